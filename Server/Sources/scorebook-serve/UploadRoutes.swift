internal import Forms
internal import Hummingbird
internal import NIOCore
internal import Page

/// What is handed in: returns, which stream to the disk, and the programme workbook.
struct UploadRoutes {
  let desk: Desk

  func add(to rounds: RouterGroup<PageContext>) {
    rounds.put(":round/returns", use: takeReturn)
    rounds.delete(":round/returns") { request, context in
      try context.round().removeReturn(name(request))
      return Response(status: .noContent)
    }
    rounds.put(":round/programme", use: takeProgramme)
    rounds.delete(":round/programme") { _, context in
      let round = try context.round()
      try round.setProgramme(nil, name: "")
      return Response.json(round.answer)
    }
  }

  private func takeReturn(_ request: Request, _ context: PageContext) async throws -> Response {
    let round = try context.round()
    var upload = try round.upload(name(request), length: length(request))
    for try await buffer in request.body { try upload.write(Array(buffer.readableBytesView)) }
    let (outcome, path) = try upload.finish()
    var json = JSONBytes()
    json.openObject()
    json.member("outcome", outcome.rawValue)
    json.member("path", path)
    json.closeObject()
    return Response.json(json.bytes, status: .created)
  }

  private func takeProgramme(
    _ request: Request, _ context: PageContext
  ) async throws -> Response {
    let round = try context.round()
    let most = desk.limits.programmeBytes
    if let length = length(request), length > most { throw Self.tooLarge(most) }
    let body = try await request.body.collect(upTo: most)
    try round.setProgramme(Array(body.readableBytesView), name: name(request))
    return Response.json(round.answer)
  }

  private func name(_ request: Request) -> String {
    request.uri.queryParameters.get("path") ?? ""
  }

  private func length(_ request: Request) -> Int? {
    request.headers[.contentLength].flatMap { Int($0) }
  }

  private static func tooLarge(_ most: Int) -> PageError {
    PageError(
      .tooLarge, "下达工作簿大于\(most >> 20) MB", "the programme workbook is larger than \(most >> 20) MB"
    )
  }
}
