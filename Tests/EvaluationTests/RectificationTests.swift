import Evaluation
import Testing

@Suite struct RectificationTests {
  private func item(_ id: String, _ severity: Severity = .error, _ message: String = "")
    -> Rectification.Item
  {
    Rectification.Item(id: id, code: "R005", severity: severity, label: "", message: message)
  }

  @Test func `findings are resolved, standing or new by their ids`() {
    let compared = Rectification(
      previous: "旧.xlsx", before: [item("a"), item("b", .warning, "旧")],
      after: [item("c"), item("b", .error, "新")])
    #expect(compared.resolved == [item("a")])
    #expect(compared.standing == [item("b", .error, "新")])
    #expect(compared.new == [item("c")])
  }

  @Test func `notes are left out, for nobody has to act on them`() {
    let compared = Rectification(
      previous: "旧.xlsx", before: [item("a", .note), item("b")],
      after: [item("c", .note), item("b", .note)])
    #expect(compared.resolved == [item("b")])
    #expect(compared.standing.isEmpty && compared.new.isEmpty)
  }
}
