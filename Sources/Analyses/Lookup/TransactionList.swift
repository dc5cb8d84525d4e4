public import Finance

/// Receipts or payments of a month that fit a question, the largest or the newest first; the sum and the count are over
/// all that fit, not only over those shown.
public struct TransactionList: Sendable, Hashable {
    /// Which records.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Payments, or receipts.
        case expenses, incomes
    }

    /// In which order they are shown.
    public enum Order: String, Sendable, Hashable, CaseIterable {
        /// By amount, or by date.
        case largest, newest
    }

    /// What is asked for.
    public struct Question: Sendable, Hashable {
        /// Receipts or payments.
        public var kind: Kind
        /// Of which month.
        public var month: Month
        /// Part of a name or of a category, letter case aside; nil is any.
        public var text: String?
        /// Smallest amount.
        public var least: Money?
        /// Largest amount.
        public var most: Money?
        /// Which come first.
        public var order: Order
        /// How many are shown.
        public var limit: Int

        /// A question with every part given; `limit` is kept within 1…`TransactionList.mostShown`.
        public init(
            kind: Kind = .expenses, month: Month, text: String? = nil, least: Money? = nil, most: Money? = nil,
            order: Order = .largest, limit: Int = 10
        ) {
            self.kind = kind
            self.month = month
            self.text = text
            self.least = least
            self.most = most
            self.order = order
            self.limit = min(max(1, limit), TransactionList.mostShown)
        }
    }

    /// One record.
    public struct Row: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// What the person calls it.
        public let name: String
        /// The category of a payment, where there is one.
        public let category: String?
        /// How much.
        public let amount: Money
        /// When.
        public let day: Day
    }

    /// Most records shown one by one.
    public static let mostShown = 25

    /// What was asked.
    public let question: Question
    /// The first of those that fit.
    public let rows: [Row]
    /// How many fit.
    public let count: Int
    /// Their sum.
    public let total: Money
    private let snapshot: Snapshot

    /// The records of a snapshot that fit.
    public init(_ question: Question, in snapshot: Snapshot) {
        self.question = question
        self.snapshot = snapshot
        let fitting = Self.records(question, snapshot).filter { Self.fits($0, question) }
        count = fitting.count
        total = fitting.total(\.amount)
        let sorted = fitting.sorted { one, other in
            switch question.order {
            case .largest: (other.amount, one.id) < (one.amount, other.id)
            case .newest: (other.day, one.id) < (one.day, other.id)
            }
        }
        rows = Array(sorted.prefix(question.limit))
    }

    /// Count and sum of all that fit, then those shown.
    public var figures: [Figure] {
        let what = question.kind == .expenses ? "payments" : "receipts"
        let which = "matching \(what) in \(question.month.words)"
        let coverage = snapshot.coverage(of: question.kind.rawValue)
        let sums = [
            snapshot.figure(
                "list.total", "Total of \(which)", .money(total), in: question.month, records: count,
                coverage: coverage, basis: "all that match, shown or not"),
            snapshot.figure(
                "list.count", "Number of \(which)", .count(count), in: question.month, coverage: coverage,
                basis: "all that match, shown or not"),
        ]
        return sums + rows.map(figure)
    }

    private func figure(_ row: Row) -> Figure {
        let category = row.category.map { ", category \(String.quoted($0))" } ?? ""
        return snapshot.figure(
            "list.\(row.id)", "\(String.quoted(row.name)) on \(row.day.words)", .money(row.amount), in: question.month,
            records: 1, basis: "as entered\(category)")
    }

    private static func records(_ question: Question, _ snapshot: Snapshot) -> [Row] {
        switch question.kind {
        case .expenses:
            snapshot.expenses(in: question.month).map {
                Row(id: $0.id, name: $0.name, category: $0.category, amount: $0.amount, day: Day($0.fallsOn))
            }
        case .incomes:
            snapshot.incomes(in: question.month).map {
                Row(id: $0.id, name: $0.name, category: nil, amount: $0.amount, day: Day($0.receivedOn))
            }
        }
    }

    private static func fits(_ row: Row, _ question: Question) -> Bool {
        if let least = question.least, row.amount < least { return false }
        if let most = question.most, row.amount > most { return false }
        guard let text = question.text?.lowercased(), !text.isEmpty else { return true }
        return row.name.lowercased().contains(text) || row.category?.lowercased().contains(text) == true
    }
}
