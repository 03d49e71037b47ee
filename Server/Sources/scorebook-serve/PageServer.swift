internal import Evaluation
internal import Glibc
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import Page

/// The page at an address.
struct PageServer {
  private let desk: Desk
  private let address: String
  private let port: Int

  /// Connections at a time; more wait.
  private static let mostConnections = 1024

  init(_ desk: Desk, address: String, port: Int) {
    self.desk = desk
    self.address = address
    self.port = port
  }

  /// Serves until the process is told to end (SIGTERM, SIGINT).
  func run() async throws {
    let router = Router(context: PageContext.self)
    router.add(middleware: Guarding(desk: desk))
    FileRoutes().add(to: router)
    SessionRoutes(desk: desk).add(to: router)
    let rounds = router.group("api/rounds").add(middleware: SessionMiddleware(desk: desk))
    RoundRoutes(desk: desk).add(to: rounds)
    UploadRoutes(desk: desk).add(to: rounds)
    DownloadRoutes(desk: desk).add(to: rounds)
    var logger = Logger(label: "scorebook-serve")
    logger.logLevel = .error
    let app = Application(
      router: router,
      server: .http1(configuration: .init(idleTimeout: .seconds(120))),
      configuration: .init(
        address: .hostname(address, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
      onServerRunning: { _ in announce() }, logger: logger)
    desk.resume()
    let patience = Patience()
    defer { patience.end() }
    do {
      try await app.runService()
    } catch let error as IOError {
      throw PageError(
        .disk, "不能监听 \(address):\(port)：\(reason(error))；请换一个端口（--port）",
        "cannot listen at \(address):\(port): \(reason(error)); try another port (--port)")
    } catch is SocketAddressError {
      throw PageError(
        .missing, "没有地址 \(address)；请检查 --address",
        "there is no address \(address); check --address")
    }
  }

  private func reason(_ error: IOError) -> String { String(cString: strerror(error.errnoCode)) }

  private func announce() {
    let shown = address.contains(":") ? "[\(address)]" : address
    Serve.say(
      "网页已就绪，请用浏览器打开。The page is ready; open it in a browser:\nhttp://\(shown):\(port)/\n",
      to: STDOUT_FILENO)
  }
}
