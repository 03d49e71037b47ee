internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Page

/// What is taken away: single copies, bundles, the summary.
struct DownloadRoutes {
  let desk: Desk
  private let files = FileIO()

  func add(to rounds: RouterGroup<PageContext>) {
    rounds.get(":round/take/:product") { _, context in
      let round = try context.round()
      guard let product = context.parameters.get("product").flatMap(Round.Product.init) else {
        throw HTTPError(.notFound)
      }
      return try await send(try await awaiting { try round.download(product) }, context)
    }
    rounds.get(":round/copies/:index") { _, context in
      let round = try context.round()
      guard let index = context.parameters.get("index", as: Int.self) else {
        throw HTTPError(.notFound)
      }
      return try await send(try await awaiting { try round.annotated(index) }, context)
    }
  }

  /// The example of a programme workbook, which belongs to no round.
  func addExample(to router: RouterGroup<PageContext>) {
    router.get("example") { request, _ in
      let scheme = request.uri.queryParameters.get("scheme")
      return Response(
        status: .ok, headers: Self.headers("下达工作簿样本.xlsx"),
        body: .init(byteBuffer: ByteBuffer(bytes: try desk.shelf.example(scheme))))
    }
  }

  private func send(_ download: Download, _ context: PageContext) async throws -> Response {
    let body = try await files.loadFile(path: download.path, context: context)
    return Response(status: .ok, headers: Self.headers(download.name), body: body)
  }

  private static func headers(_ name: String) -> HTTPFields {
    [
      .contentType: type(of: name),
      .contentDisposition: "attachment; filename*=UTF-8''\(escaped(name))",
    ]
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "zip": "application/zip"
    case "csv": "text/csv; charset=utf-8"
    case "json": "application/json; charset=utf-8"
    default: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }

  /// Percent signs and two digits for what RFC 8187 does not take as it is.
  private static func escaped(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return name.utf8.map { byte -> String in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
        String(UnicodeScalar(byte))
      default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }.joined()
  }
}
