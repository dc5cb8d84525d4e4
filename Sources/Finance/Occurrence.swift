import FoundationEssentials

/// A record that falls on one date: what incomes, expenses and budgets have in common.
protocol Occurrence {
    var id: String { get }
    var name: String { get }
    var amount: Money { get }
    var createdOn: Date? { get }
    /// The date that decides its month.
    var date: Date { get }
}

extension Income: Occurrence {
    var date: Date { receivedOn }
    var createdOn: Date? { createdAt }
}

extension Expense: Occurrence {
    var date: Date { fallsOn }
    var createdOn: Date? { createdAt }
}

extension Budget: Occurrence {
    var date: Date { createdAt }
    var createdOn: Date? { createdAt }
}

extension Array where Element: Occurrence {
    /// Oldest first, then by id, so that the order in which a database answers is never seen.
    func inOrder() -> [Element] {
        sorted { ($0.date, $0.id, $0.amount, $0.name) < ($1.date, $1.id, $1.amount, $1.name) }
    }

    /// The records of a month; the array must be in order.
    func occurring(in month: Month) -> ArraySlice<Element> {
        self[firstIndex(notBefore: month.start)..<firstIndex(notBefore: month.end)]
    }

    private func firstIndex(notBefore instant: Date) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if self[middle].date < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Groups of ids that look entered twice: same name and amount, dates within a minute of each other and, where
    /// both are known, made within a minute of each other. The backend's jobs can run once a processor, which does this.
    func lookingDoubled() -> [[String]] {
        let alike = Dictionary(grouping: self) { Alike(name: $0.name, pence: $0.amount.pence) }
        return alike.values.filter { $0.count > 1 }.flatMap { Self.runs(of: $0.inOrder()) }
    }

    private static func runs(of records: [Element]) -> [[String]] {
        var runs: [[Element]] = []
        for record in records {
            let index = runs.indices.last { runs[$0].last.map { isClose($0, record) } ?? false }
            if let index { runs[index].append(record) } else { runs.append([record]) }
        }
        return runs.filter { $0.count > 1 }.map { $0.map(\.id).sorted() }
    }

    private static func isClose(_ first: Element, _ second: Element) -> Bool {
        guard abs(second.date.timeIntervalSince(first.date)) <= 60 else { return false }
        guard let made = first.createdOn, let madeAgain = second.createdOn else { return true }
        return abs(madeAgain.timeIntervalSince(made)) <= 60
    }
}

private struct Alike: Hashable {
    var name: String
    var pence: Int64
}
