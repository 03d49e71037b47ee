internal import Evaluation
internal import Figures

/// Money of the returns that count, in 万元: by source, and by department.
struct MoneyTally {
  /// Columns of 资金对账, added up.
  struct Row {
    var projects = 0
    var issued = Sum()
    var stated = Sum()
    var received = Sum()
    var executed = Sum()
    /// 全年执行数 of the sources, where there are any.
    var bySource = Sum()
    /// How many projects' totals differ from the sum of their sources.
    var unbalanced = 0
    private var difference = Sum()
    private var ratedBudget = Sum()
    private var ratedExecution = Sum()

    mutating func add(_ money: ReconciledFunds) {
      projects += 1
      issued.add(money.issued)
      stated.add(money.stated)
      received.add(money.received)
      executed.add(money.executed)
      bySource.add(money.bySource)
      difference.add(money.difference)
      if let difference = money.difference, !difference.isZero { unbalanced += 1 }
      guard let budget = money.budget, let executed = money.executed else { return }
      ratedBudget.add(budget)
      ratedExecution.add(executed)
    }

    /// The sum as one row.
    var funds: ReconciledFunds {
      ReconciledFunds(
        issued: issued.value, stated: stated.value, budget: nil, received: received.value,
        executed: executed.value, bySource: bySource.value, difference: difference.value,
        rate: Sum.percent(ratedExecution.value, ratedBudget.value))
    }
  }

  /// Rows of one name, added up.
  struct Group {
    let name: String
    var row = Row()
    /// The returns in it, in the order of the programme; none of a source.
    var members: [Int] = []
  }

  private(set) var all = Row()
  /// The sources, in the order in which they first come.
  private(set) var sources: [Group] = []
  /// The departments, in the order in which they first come.
  private(set) var departments: [Group] = []
  private var sourcePlaces: [TextKey: Int] = [:]
  private var departmentPlaces: [TextKey: Int] = [:]
  /// The rows of sources under all projects.
  private(set) var sourceRows = 0

  mutating func add(_ read: RecordedReturn, at position: Int) {
    let whole = ReconciledFunds(read)
    let department = Self.place(
      of: read.project.department, in: &departments, &departmentPlaces)
    departments[department].row.add(whole)
    departments[department].members.append(position)
    all.add(whole)
    sourceRows += read.sources.count
    for fund in read.addends {
      let source = Self.place(of: fund.source, in: &sources, &sourcePlaces)
      sources[source].row.add(ReconciledFunds(fund, of: read))
    }
  }

  private static func place(
    of name: String, in groups: inout [Group], _ places: inout [TextKey: Int]
  ) -> Int {
    let key = TextKey(name)
    if let place = places[key] { return place }
    places[key] = groups.count
    groups.append(Group(name: name))
    return groups.count - 1
  }

  /// Whether any return says what arrived.
  var hasReceived: Bool {
    all.received.count > 0 || sources.contains { $0.row.received.count > 0 }
  }
  /// Whether any budget was issued.
  var hasIssued: Bool { all.issued.count > 0 || sources.contains { $0.row.issued.count > 0 } }
}

/// The amounts of one row of 资金对账, in 万元.
struct ReconciledFunds {
  /// 全年预算数 as issued.
  var issued: Figure?
  /// 全年预算数 as the return states it.
  var stated: Figure?
  /// The budget that the rate is computed from.
  var budget: Figure?
  var received: Figure?
  /// 全年执行数 as stated for the row.
  var executed: Figure?
  /// 全年执行数 of the sources, added up.
  var bySource: Figure?
  /// 全年执行数 as stated, less that of the sources.
  var difference: Figure?
  /// 执行率 in percent.
  var rate: Figure?
}

extension ReconciledFunds {
  /// A whole project.
  init(_ read: RecordedReturn) {
    let total = read.totalFund
    let addends = read.addends
    issued = read.inTenThousands(total?.issuedBudget)
    stated = read.inTenThousands(
      total?.statedBudget ?? Sum.of(addends.compactMap(\.statedBudget)))
    budget = read.wholeBudget
    received = read.inTenThousands(total?.received ?? Sum.of(addends.compactMap(\.received)))
    executed = read.wholeExecuted
    bySource = read.inTenThousands(Sum.of(addends.compactMap(\.executed)))
    if let executed, let bySource { difference = try? executed - bySource }
    rate = read.wholeRate ?? Sum.percent(executed, budget)
  }

  /// One source of a project.
  init(_ fund: RecordedReturn.Fund, of read: RecordedReturn) {
    issued = read.inTenThousands(fund.issuedBudget)
    stated = read.inTenThousands(fund.statedBudget ?? (fund.role == .none ? fund.budget : nil))
    budget = read.inTenThousands(fund.budget)
    received = read.inTenThousands(fund.received)
    executed = read.inTenThousands(fund.executed)
    rate = fund.executionRate
  }
}
