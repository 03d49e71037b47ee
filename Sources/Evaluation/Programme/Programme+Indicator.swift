public import Figures

extension Programme {
  /// An issued indicator. Handed on many times more often than made or changed: one reference stands
  /// for all of it.
  public struct Indicator: Hashable, Sendable {
    private var shared: Shared

    private struct Fields: Hashable, Sendable {
      var id: String
      var tier1: String
      var tier2: String
      var name: String
      var unit: String
      var target: Target
      var targetText: String
      var points: Figure?
    }

    private final class Shared: Sendable {
      let fields: Fields

      init(_ fields: Fields) { self.fields = fields }
    }

    /// 指标编码.
    public var id: String {
      get { shared.fields.id }
      set { change { $0.id = newValue } }
    }
    /// 一级指标.
    public var tier1: String {
      get { shared.fields.tier1 }
      set { change { $0.tier1 = newValue } }
    }
    /// 二级指标.
    public var tier2: String {
      get { shared.fields.tier2 }
      set { change { $0.tier2 = newValue } }
    }
    /// 三级指标.
    public var name: String {
      get { shared.fields.name }
      set { change { $0.name = newValue } }
    }
    /// 度量单位; "" where there is none.
    public var unit: String {
      get { shared.fields.unit }
      set { change { $0.unit = newValue } }
    }
    /// What it is to reach.
    public var target: Target {
      get { shared.fields.target }
      set { change { $0.target = newValue } }
    }
    /// The target as written (`≥98%`).
    public var targetText: String {
      get { shared.fields.targetText }
      set { change { $0.targetText = newValue } }
    }
    /// Its points; `nil` where the scheme has none.
    public var points: Figure? {
      get { shared.fields.points }
      set { change { $0.points = newValue } }
    }

    /// An indicator.
    public init(
      id: String, tier1: String, tier2: String, name: String, unit: String, target: Target,
      targetText: String, points: Figure?
    ) {
      shared = Shared(
        Fields(
          id: id, tier1: tier1, tier2: tier2, name: name, unit: unit, target: target,
          targetText: targetText, points: points))
    }

    private mutating func change(_ edit: (inout Fields) -> Void) {
      var fields = shared.fields
      edit(&fields)
      shared = Shared(fields)
    }

    /// Whether two are the same in all they say.
    public static func == (left: Self, right: Self) -> Bool {
      left.shared === right.shared || left.shared.fields == right.shared.fields
    }

    /// Hashes all that it says.
    public func hash(into hasher: inout Hasher) { hasher.combine(shared.fields) }
  }
}
