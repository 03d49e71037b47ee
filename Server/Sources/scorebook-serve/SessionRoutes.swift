internal import Evaluation
internal import Forms
internal import Hummingbird
internal import NIOCore
internal import Page

/// The files of the page.
struct FileRoutes {
  func add(to router: Router<PageContext>) {
    router.get("/") { _, _ in try file("index.html") }
    router.get("/site/:name") { _, context in
      try file(context.parameters.get("name") ?? "")
    }
  }

  private func file(_ name: String) throws -> Response {
    guard let file = PageFile(named: name) else { throw HTTPError(.notFound) }
    return Response(
      status: .ok, headers: [.contentType: file.type],
      body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
  }
}

/// Opening and closing a session, and what every session may know.
struct SessionRoutes {
  let desk: Desk

  func add(to router: Router<PageContext>) {
    router.get("/api/session") { request, _ in Response.json(answer(request)) }
    router.post("/api/session", use: open)
    router.delete("/api/session") { _, _ in
      Response(status: .noContent, headers: [.setCookie: Cookies.removing])
    }
    let open = router.group("api").add(middleware: SessionMiddleware(desk: desk))
    open.get("schemes") { _, _ in Response.json(desk.shelf.answer) }
    DownloadRoutes(desk: desk).addExample(to: open)
    open.get("guide") { _, _ in Response.json(FindingGuide.answer) }
  }

  private func answer(_ request: Request) -> [UInt8] {
    var json = JSONBytes()
    json.openObject()
    json.member("hasPassword", desk.data.hasPassword)
    json.member("isOpen", Cookies.key(request).flatMap { desk.data.session($0) } != nil)
    json.member("uploadBytes", desk.limits.uploadBytes)
    json.member("roundBytes", desk.limits.roundBytes)
    json.closeObject()
    return json.bytes
  }

  /// Opens the session of the browser's key, or a new one, where the password is right.
  private func open(_ request: Request, _ context: PageContext) async throws -> Response {
    let body = try await request.body.collect(upTo: 4096)
    if desk.data.hasPassword {
      guard desk.gate.isOpen(to: context.address) else { return Response(status: .tooManyRequests) }
      guard desk.data.isPassword(String(buffer: body)) else {
        desk.gate.countFailure(of: context.address)
        try await Task.sleep(for: .seconds(1))
        return Response(status: .unauthorized)
      }
    }
    let key = Cookies.key(request) ?? SessionKey()
    try desk.data.open(key)
    return Response(status: .noContent, headers: [.setCookie: Cookies.setting(key)])
  }
}
