import Analyses
import Drafts
public import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
public import Ports

/// A main app in memory: it takes expenses into a book of records, and misbehaves when told to.
public struct ScriptedMainApp: Sendable {
    /// One call.
    public struct Call: Sendable, Hashable {
        /// The path with its method.
        public var route: String
        /// The body.
        public var body: String
        /// The token it came with.
        public var token: String
        /// The key of the draft.
        public var key: String
    }

    /// What the next call meets.
    public enum Mood: Sendable, Hashable {
        /// It is done and said so.
        case good
        /// It is done, and no answer comes.
        case doneInSilence
        /// It is not done, and no answer comes.
        case silent
        /// It never left.
        case unreachable
        /// It is answered with this status.
        case refusing(Int)
    }

    /// Every call, in order.
    public let calls = Journal<Call>()
    private let book: RecordBook
    private let user: UserID
    private let moods = NIOLockedValueBox<[Mood]>([])

    /// Over the records of one person in a book.
    public init(_ book: RecordBook, of user: UserID = NamedPeople.mayaID) {
        self.book = book
        self.user = user
    }

    /// The next calls meet these, then it is good again.
    public func meet(_ next: Mood...) { moods.withLockedValue { $0 += next } }

    /// The port.
    public var port: MainApp {
        MainApp(shape: .current) { request, token, key in
            calls.append(
                Call(
                    route: "\(request.method.rawValue) \(request.path)", body: request.body.text, token: token, key: key
                ))
            switch moods.withLockedValue({ $0.isEmpty ? Mood.good : $0.removeFirst() }) {
            case .good:
                store(request)
                return .answered(status: 201, body: Array(#"{"success":true,"data":{}}"#.utf8))
            case .doneInSilence:
                store(request)
                return .unknown(reason: "planned")
            case .silent: return .unknown(reason: "planned")
            case .unreachable: return .notSent(reason: "planned")
            case .refusing(let status): return .answered(status: status, body: Array(#"{"success":false}"#.utf8))
            }
        }
    }

    /// New expenses and amounts of budgets are taken in; for the rest the answer is what counts.
    private func store(_ request: BackendRequest) {
        if request.path.hasPrefix("/budgets/") { return change(request) }
        guard request.path == "/expenses", case .object(let members) = request.body else { return }
        var records = book.documents(of: user)
        guard var expense = records?.expenses.first else { return }
        expense.fields["_id"] = .id(Fresh.id())
        expense.fields["budgetId"] = nil
        expense.fields["frequency"] = .string("on-off")
        for member in members {
            switch (member.key, member.value) {
            case ("name", .string(let name)): expense.fields["name"] = .string(name)
            case ("amount", .number(let amount)): expense.fields["amount"] = .double(amount)
            case ("amount", .int(let amount)): expense.fields["amount"] = .double(Double(amount))
            case ("amount", .money(let amount)): expense.fields["amount"] = .double(Double(amount.pence) / 100)
            case ("endDate", .string(let day)): expense.fields["endDate"] = .string(day)
            default: continue
            }
        }
        expense.fields["createdAt"] = .date(NamedPeople.now)
        records?.expenses.append(expense)
        if let records { book.change(user, to: records) }
    }

    private func change(_ request: BackendRequest) {
        guard case .object(let members) = request.body, var records = book.documents(of: user),
            let place = records.budgets.firstIndex(where: {
                $0.fields["_id"] == .id(String(request.path.dropFirst("/budgets/".count)))
            }),
            case .money(let amount)? = members.first(where: { $0.key == "amount" })?.value
        else { return }
        records.budgets[place].fields["amount"] = .double(Double(amount.pence) / 100)
        book.change(user, to: records)
    }
}
