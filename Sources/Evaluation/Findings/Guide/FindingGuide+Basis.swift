extension FindingGuide {
  /// What a check rests on. Clauses are cited as `templates/<scheme>/SOURCES.md` understands
  /// them; where no document asks for a check, it says so.
  enum Basis: CaseIterable {
    case own, transfer, safety, handout, form, targets, weights, shares, levels, completion, over
    case executionRate, limit, paid

    var words: Bilingual {
      switch self {
      case .own: Bilingual("审核规则（本工具的，没有文件条款）。", "a rule of this tool; no clause asks for it")
      case .transfer:
        Bilingual(
          "审核规则（本工具的）：报送.xlsx或.xlsm工作簿。",
          "a rule of this tool: returns are .xlsx or .xlsm workbooks")
      case .safety:
        Bilingual(
          "审核规则（本工具的）：收到的文件不可信，先查安全再读取。", "a rule of this tool: returned files are not trusted")
      case .handout:
        Bilingual(
          "下达工作簿和下发的空表；单位自评覆盖全部项目（财预〔2020〕10号）。",
          "the programme workbook and the blanks handed out; self-evaluation covers all projects (财预〔2020〕10号)"
        )
      case .form:
        Bilingual(
          "方案的表式；mof-2020为财预〔2020〕10号所附项目支出绩效自评表。",
          "the scheme's form; for mof-2020 the one attached to 财预〔2020〕10号")
      case .targets:
        Bilingual(
          "下达工作簿；批复的绩效目标、预算不得自行调整。",
          "the programme workbook: approved targets and budgets are not changed by the unit")
      case .weights:
        Bilingual(
          "方案的total和blocks；mof-2020依据自评表“注”1：产出50分、效益30分、满意度10分、预算资金执行率10分。",
          "the scheme's total and blocks; for mof-2020 note 1 of the form: output 50, benefit 30, satisfaction 10, execution 10"
        )
      case .shares:
        Bilingual(
          "方案的unstatedPoints和sharedBy；没有文件规定如何分摊。",
          "the scheme's unstatedPoints and sharedBy; no document says how points are shared")
      case .levels:
        Bilingual(
          "方案的levels；mof-2020依据财预〔2020〕10号定性指标的三档：100%–80%（含）、80%–60%（含）、60%–0%。",
          "the scheme's levels; for mof-2020 the three bands of 财预〔2020〕10号: 100–80 %, 80–60 %, 60–0 %"
        )
      case .completion:
        Bilingual(
          "方案的atLeast、atMost；mof-2020依据财预〔2020〕10号：完成的记满分，未完成的按完成值与指标值的比例记分。",
          "the scheme's atLeast and atMost; for mof-2020 财预〔2020〕10号: met earns all, missed earns in proportion"
        )
      case .over:
        Bilingual(
          "方案的overLimit；mof-2020的130%取自地方审核做法，10号文没有规定数值。",
          "the scheme's overLimit; the 130 % of mof-2020 is the practice of a province, 10号 names no figure"
        )
      case .executionRate:
        Bilingual(
          "自评表表头：执行率＝全年执行数（B）÷全年预算数（A）。",
          "the form's header: rate = executed (B) ÷ budget (A)")
      case .limit:
        Bilingual(
          "方案的executionReasonBelow；有的省规定低于90%要说明。",
          "the scheme's executionReasonBelow; some provinces ask for a reason under 90 %")
      case .paid:
        Bilingual(
          "转移支付绩效自评表的“注”：全年执行数为实际支付数。",
          "a note of the form for transfer payments: executed is what was paid")
      }
    }
  }

  /// What must be at hand for a check to run.
  enum Need: CaseIterable {
    case manifest, programme, indicators, budgets, points, received, pending, executionRates
    case completionRates, scores, total, reasons, limit, parents, relation, texts

    var words: Bilingual {
      switch self {
      case .manifest: Bilingual("本工具下发的空表", "a blank with its manifest")
      case .programme: Bilingual("下达工作簿", "a programme")
      case .indicators: Bilingual("下达的指标", "issued indicators")
      case .budgets: Bilingual("下达的预算", "issued budgets")
      case .points: Bilingual("分值栏", "a column of points")
      case .received: Bilingual("到位数栏", "a column of money received")
      case .pending: Bilingual("待支付栏", "a column of amounts not yet paid")
      case .executionRates: Bilingual("执行率栏", "a column of execution rates")
      case .completionRates: Bilingual("完成率栏", "a column of completion rates")
      case .scores: Bilingual("得分栏", "a column of scores")
      case .total: Bilingual("自评总分", "a claimed total")
      case .reasons: Bilingual("偏差原因栏", "a column of reasons")
      case .limit: Bilingual("方案规定的界限", "a limit in the scheme")
      case .parents: Bilingual("下达工作簿中的上级项目编码", "parents in the programme")
      case .relation:
        Bilingual(
          "方案的parts或下达工作簿的“关系”表声明的关系",
          "a relation that the scheme (scoring.parts) or the programme's sheet 关系 declares")
      case .texts: Bilingual("表上的文字说明或偏差原因", "a text or a reason on the form")
      }
    }
  }
}
