internal import Analyses
internal import Drafts
internal import Finance
internal import Hummingbird
internal import Ports

/// The caller's analyses: each is one value made of the caller's own snapshot, and its JSON.
enum AnalysisRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            route(parts, door, "debt-plan", AnalysisDescriptions.debtPlan) { snapshot, query throws(Problem) in
                DebtPlan(of: snapshot, try query.debtPlanOptions()).json
            },
            route(parts, door, "budget-rule", AnalysisDescriptions.budgetRule) { snapshot, query throws(Problem) in
                BudgetRule(of: snapshot, month: try query.month("month")).json
            },
            route(parts, door, "budget-plan", AnalysisDescriptions.budgetPlan) { snapshot, query throws(Problem) in
                BudgetDraft(of: snapshot, month: try query.month("month")).json
            },
            route(parts, door, "spending", AnalysisDescriptions.spending) { snapshot, query throws(Problem) in
                SpendingMonth(of: snapshot, month: try query.month("month")).json
            },
            route(parts, door, "weekly", AnalysisDescriptions.weekly) { snapshot, query throws(Problem) in
                WeeklySummary(of: snapshot, week: try query.week("isoWeek")).json
            },
            route(parts, door, "recurring", AnalysisDescriptions.recurring) { snapshot, _ in
                ExpenseAudit(of: snapshot).json
            },
            route(parts, door, "goals", AnalysisDescriptions.goals) { snapshot, _ in GoalProgress(of: snapshot).json },
            route(parts, door, "goal-what-if", AnalysisDescriptions.goalWhatIf) { snapshot, query throws(Problem) in
                let change = try query.goalChange()
                let id = try query.text("goal")
                guard let goal = snapshot.goals.first(where: { $0.id == id }) else {
                    throw .noSuch("saving goal")
                }
                return GoalWhatIf(change, of: goal, in: snapshot).json
            },
            route(parts, door, "goal-ratio", AnalysisDescriptions.goalRatio) { snapshot, _ in
                GoalRatio(of: snapshot).json
            },
            route(parts, door, "forecast", AnalysisDescriptions.forecast) { snapshot, _ in Forecast(of: snapshot).json
            },
            route(parts, door, "affordability", AnalysisDescriptions.affordability) {
                snapshot, query throws(Problem) in
                guard let price = try query.money("amount"), price > .zero else {
                    throw .invalid("amount", "an amount in pounds above 0")
                }
                return Affordability(of: price, in: snapshot, try query.purchaseOptions()).json
            },
        ]
    }

    private static func route(
        _ parts: RouteParts, _ door: Door, _ name: String, _ description: Operation,
        _ make: @escaping @Sendable (Snapshot, QueryReader) throws(Problem) -> JSON
    ) -> Route {
        .person(.get, "/analysis/\(name)", description, at: door) { request, _, caller in
            let query = QueryReader(request)
            let now = parts.now()
            let source = try query.flag("refresh") ? parts.freshSnapshots : parts.snapshots
            let snapshot = try await source.read(caller.user, Month(containing: now), now)
            return .json(try make(snapshot, query))
        }
    }
}

extension QueryReader {
    /// `extra`, `lumpSum` with `lumpSumMonth`, and `order`, a comma list of debt ids.
    fileprivate func debtPlanOptions() throws(Problem) -> DebtPlan.Options {
        var options = DebtPlan.Options(extra: try money("extra"))
        if let sum = try money("lumpSum") {
            options.lumpSums = [try whole("lumpSumMonth", in: 1...1_200, default: 1): sum]
        }
        options.order = try identifiers("order")
        return options
    }

    /// `monthly`, `once` and `by`.
    fileprivate func goalChange() throws(Problem) -> GoalWhatIf.Change {
        guard try text("goal") != nil else { throw .invalid("goal", "the id of a saving goal") }
        return GoalWhatIf.Change(monthly: try money("monthly"), once: try money("once"), by: try day("by"))
    }

    /// `on` and `instalments`.
    fileprivate func purchaseOptions() throws(Problem) -> Affordability.Options {
        let on = try day("on")
        guard try text("instalments") != nil else { return Affordability.Options(on: on) }
        return Affordability.Options(on: on, instalments: try whole("instalments", in: 2...120, default: 2))
    }
}
