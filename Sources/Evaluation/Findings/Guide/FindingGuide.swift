/// What a finding means, for people who meet its code: in docs/findings.md, and on request.
public struct FindingGuide: Hashable, Sendable {
  /// The code.
  public let code: FindingCode
  /// What it rests on.
  public var basis: Bilingual { ground.words }
  /// What must be at hand for the check to run; `nil` where it always runs.
  public var needs: Bilingual? { need?.words }

  private let chinese: Page
  private let english: Page
  private let ground: Basis
  private let need: Need?

  /// The words of one language, whole sentences but for the title.
  public struct Page: Hashable, Sendable {
    /// In a few words (必填项未填).
    public let title: String
    /// What it means: what was found, and when.
    public let cause: String
    /// Why it matters, and what the review makes of it.
    public let consequence: String
    /// What to do.
    public let remedy: String

    init(_ title: String, _ cause: String, why consequence: String, then remedy: String) {
      self.title = title
      self.cause = cause
      self.consequence = consequence
      self.remedy = remedy
    }
  }

  /// The guide to a code.
  public init(_ code: FindingCode) {
    let empty = Page(code.rawValue, "", why: "", then: "")
    self = Self.all[code] ?? FindingGuide(code, .own, zh: empty, en: empty)
  }

  init(_ code: FindingCode, _ ground: Basis, needs: Need? = nil, zh: Page, en: Page) {
    self.code = code
    self.ground = ground
    self.need = needs
    chinese = zh
    english = en
  }

  /// The words of a language.
  public subscript(_ language: Language) -> Page {
    language == .zh ? chinese : english
  }

  /// Made when the first guide is asked for.
  private static let all: [FindingCode: FindingGuide] = {
    let pages = file + structure + values + targets + money + rates + comparisons
    return Dictionary(pages.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  /// The family a code belongs to, by its letter.
  public static func family(of code: FindingCode) -> Bilingual {
    switch code.rawValue.first {
    case "F": Bilingual("文件", "The file")
    case "S": Bilingual("结构", "Its structure")
    case "V": Bilingual("读数", "How values are read")
    case "T": Bilingual("下达的指标、分值、预算", "Targets, points and budgets as issued")
    case "B": Bilingual("资金", "Money")
    case "R": Bilingual("完成率、得分、原因", "Rates, scores and reasons")
    default: Bilingual("跨表比较", "Comparisons")
    }
  }

  /// When the severity is another than the code's own; `nil` where it never is.
  public static func variant(of code: FindingCode) -> Bilingual? {
    switch code {
    case .v001:
      Bilingual(
        "说明不适用的、名称里写有目标值的、方案允许不列的为须核实",
        "warning where it does not apply, the name states it, or the scheme lets it be")
    case .t001, .t002, .t004:
      Bilingual(
        "空表下发后下达值才改的为须核实",
        "warning where it was changed after the blank was handed out")
    case .c001:
      Bilingual("可由四舍五入解释的为提示", "note where the rounding of the amounts explains the difference")
    case .f009: Bilingual("两份完全相同的为提示", "note where the two are byte for byte the same")
    case .v009: Bilingual("已按公式算出的为提示", "note where the formula was evaluated here")
    case .b001:
      Bilingual("可由四舍五入解释的为提示", "note where the rounding of the addends explains the difference")
    case .t006: Bilingual("分值无从得知的为须改", "error where the points cannot be known")
    case .r002: Bilingual("自评低于应得的为提示", "note where the claim is below what was earned")
    default: nil
    }
  }
}
