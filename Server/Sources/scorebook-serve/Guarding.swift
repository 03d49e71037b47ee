internal import HTTPTypes
internal import Hummingbird
internal import Page
internal import PageOptions

/// What holds for every request and answer: who may ask, and what a browser may do with it.
struct Guarding: RouterMiddleware {
  let desk: Desk

  private static let own = HTTPField.Name("X-Scorebook")

  func handle(
    _ request: Request, context: PageContext,
    next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    var response = try await answer(request, context, next)
    for (name, value) in Self.headers {
      if let name = HTTPField.Name(name) { response.headers[name] = value }
    }
    return response
  }

  private func answer(
    _ request: Request, _ context: PageContext,
    _ next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    guard isAddressed(request) else { return Response(status: .misdirectedRequest) }
    guard request.method == .get || isOwn(request) else { return Response(status: .forbidden) }
    do {
      return try await next(request, context)
    } catch let error as PageError {
      return .refusal(error)
    } catch let error as HTTPError {
      return Response(status: error.status)
    }
  }

  /// A page of another site cannot set this header without being allowed to.
  private func isOwn(_ request: Request) -> Bool {
    Self.own.map { request.headers[$0] != nil } ?? false
  }

  /// Without a password, only requests under this machine's own names are answered: a name of
  /// another site that leads here would let that site read the page.
  private func isAddressed(_ request: Request) -> Bool {
    guard desk.isLocal, !desk.data.hasPassword else { return true }
    return Loopback.contains(authority: request.head.authority ?? "")
  }

  private static let headers = [
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
  ]
}

/// Finds the session of a request by its key.
struct SessionMiddleware: RouterMiddleware {
  let desk: Desk

  func handle(
    _ request: Request, context: PageContext,
    next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    guard let key = Cookies.key(request), let session = desk.data.session(key) else {
      return Response(status: .unauthorized)
    }
    var context = context
    context.session = session
    return try await next(request, context)
  }
}

/// The one cookie of the page: the key of a session.
enum Cookies {
  private static let name = "scorebook"

  static func key(_ request: Request) -> SessionKey? {
    request.cookies[name].flatMap { SessionKey($0.value) }
  }

  /// A browser keeps it for a year, shows it to no script and sends it to nobody else.
  static func setting(_ key: SessionKey) -> String {
    "\(name)=\(key.text); Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict"
  }

  static var removing: String { "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict" }
}
