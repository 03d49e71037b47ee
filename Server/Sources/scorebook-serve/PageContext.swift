internal import Hummingbird
internal import Logging
internal import NIOCore
internal import Page

/// What is known of a request besides what it says.
struct PageContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The session that its key opened.
  var session: Session?
  /// The address that the request came from, without the port.
  let address: String

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? ""
  }

  /// The session.
  ///
  /// - Throws: 401 where there is none.
  func opened() throws -> Session {
    guard let session else { throw HTTPError(.unauthorized) }
    return session
  }

  /// The round that the path names.
  func round() throws -> Round {
    guard let number = parameters.get("round", as: Int.self) else { throw HTTPError(.notFound) }
    return try opened().round(number)
  }
}

extension Response {
  /// An answer in JSON, which no cache keeps.
  static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// A refusal in both languages.
  static func refusal(_ error: PageError) -> Response {
    let status: HTTPResponse.Status =
      switch error.kind {
      case .unusable: .badRequest
      case .missing: .notFound
      case .tooEarly: .conflict
      case .tooLarge: .contentTooLarge
      case .disk: .init(code: 507, reasonPhrase: "Insufficient Storage")
      }
    return .json(error.answer, status: status)
  }
}
