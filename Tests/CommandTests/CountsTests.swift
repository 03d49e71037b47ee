#if os(Linux) && arch(x86_64)
  internal import CCounts
  import Testing

  @_silgen_name("swift_retainCount")
  private func count(_ object: UnsafeMutableRawPointer) -> Int

  @Suite("References counted without atomic operations")
  struct CountsTests {
    private final class Watched {
      private let ended: () -> Void
      init(ended: @escaping () -> Void) { self.ended = ended }
      deinit { ended() }
    }

    @Test("Each is one more or one less to the runtime")
    func likeTheRuntime() {
      var ended = 0
      let object = Unmanaged.passRetained(Watched { ended += 1 }).toOpaque()
      #expect(count(object) == 1)
      for more in 1...1000 {
        #expect(scorebook_plain_retain(object) == object)
        #expect(count(object) == 1 + more)
      }
      for fewer in 1...1000 {
        scorebook_plain_release(object)
        #expect(count(object) == 1001 - fewer)
      }
      #expect(ended == 0)
      scorebook_plain_release(object)
      #expect(ended == 1)
    }

    @Test("An object that weak references point to keeps its count elsewhere")
    func countedElsewhere() throws {
      var ended = 0
      var object: Watched? = Watched { ended += 1 }
      weak let seen = object
      let address = try #require(object.map { Unmanaged.passUnretained($0).toOpaque() })
      _ = scorebook_plain_retain(address)
      #expect(count(address) >= 2)
      object = nil
      #expect(ended == 0 && seen != nil)
      scorebook_plain_release(address)
      #expect(ended == 1 && seen == nil)
    }

    @Test("What never ends is not counted")
    func neverEnding() {
      let empty = unsafeBitCast([Int](), to: UnsafeMutableRawPointer.self)
      let before = count(empty)
      for _ in 0..<10 { _ = scorebook_plain_retain(empty) }
      for _ in 0..<20 { scorebook_plain_release(empty) }
      #expect(count(empty) == before)
      #expect(scorebook_plain_retain(nil) == nil)
      scorebook_plain_release(nil)
    }
  }
#endif
