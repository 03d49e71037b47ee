import Evaluation
import Testing

@Suite struct WordingTests {
  @Test func labelsAreComparedWithoutSpacesBracketsAndWidth() {
    #expect(Wording.label("全年预算数 （Ａ）") == "全年预算数")
    #expect(Wording.label("项目资金\n(万元)") == "项目资金")
    #expect(Wording.key("ＡＢ　c") == "abc")
  }

  @Test func theUnitIsWhatStandsInTheLastBrackets() {
    #expect(Wording.bracketedSuffix(of: "城镇新增就业人员规模（万人）") == "万人")
    #expect(Wording.bracketedSuffix(of: "证书(或等级证书)人员比例(%)") == "%")
    #expect(Wording.bracketedSuffix(of: "群体性事件数量") == nil)
  }
}
