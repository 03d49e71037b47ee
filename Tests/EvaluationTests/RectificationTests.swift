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

  @Test func `a shortfall whose missing reason is given stands, and is not new`() {
    func finding(_ code: String, _ label: String) -> Rectification.Item {
      .init(id: code + label, code: code, severity: .warning, label: label, message: "")
    }
    let compared = Rectification(
      previous: "旧.xlsx", before: [finding("R007", "甲"), finding("B001", "乙")],
      after: [finding("R005", "甲"), finding("R006", "乙")])
    #expect(compared.resolved.map(\.code) == ["R007", "B001"])
    #expect(compared.standing.map(\.label) == ["甲"])
    #expect(compared.new.map(\.label) == ["乙"])
  }
}
