internal import Hummingbird
internal import NIOCore
internal import Page

/// Rounds: begun, asked about, changed, worked on, deleted.
struct RoundRoutes {
  let desk: Desk

  /// The most bytes of a name or an id.
  private static let shortText = 4096

  func add(to rounds: RouterGroup<PageContext>) {
    rounds.get("") { _, context in Response.json(try context.opened().answer) }
    rounds.post("") { request, context in
      let round = try context.opened().begin(try await text(request))
      return Response.json(round.answer, status: .created)
    }
    rounds.delete(":round") { _, context in
      guard let number = context.parameters.get("round", as: Int.self) else {
        throw HTTPError(.notFound)
      }
      try context.opened().delete(number)
      return Response(status: .noContent)
    }
    rounds.get(":round") { _, context in Response.json(try context.round().answer) }
    rounds.put(":round/name") { request, context in
      try context.round().rename(try await text(request))
      return Response.json(try context.round().answer)
    }
    rounds.put(":round/scheme") { request, context in
      let id = try await text(request)
      try context.round().setScheme(id.isEmpty ? nil : id, of: desk.shelf)
      return Response.json(try context.round().answer)
    }
    addAnswers(to: rounds)
    addWork(to: rounds)
  }

  private func addAnswers(to rounds: RouterGroup<PageContext>) {
    rounds.get(":round/rows") { request, context in
      let round = try context.round()
      let from = request.uri.queryParameters.get("from", as: Int.self) ?? 0
      return Response.json(try await awaiting { round.rows(from: from) })
    }
    rounds.get(":round/files") { _, context in Response.json(try context.round().files) }
    rounds.get(":round/programme") { _, context in
      let (round, shelf) = (try context.round(), desk.shelf)
      return Response.json(try await awaiting { try round.programmeAnswer(shelf) })
    }
    rounds.get(":round/returns/:index") { _, context in
      let round = try context.round()
      guard let index = context.parameters.get("index", as: Int.self) else {
        throw HTTPError(.notFound)
      }
      return Response.json(try await awaiting { try round.returnAnswer(index) })
    }
  }

  private func addWork(to rounds: RouterGroup<PageContext>) {
    rounds.post(":round/score") { _, context in
      let round = try context.round()
      try round.startScoring(desk.queue, desk.shelf, cores: desk.cores)
      return Response.json(round.answer, status: .accepted)
    }
    rounds.post(":round/blanks") { _, context in
      let round = try context.round()
      try round.startIssuing(desk.queue, desk.shelf, cores: desk.cores)
      return Response.json(round.answer, status: .accepted)
    }
  }

  private func text(_ request: Request) async throws -> String {
    String(buffer: try await request.body.collect(upTo: Self.shortText))
  }
}
