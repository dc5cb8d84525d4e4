import Finance
import FoundationEssentials

/// The arguments of a call, each of a plain type and a known name.
struct Given {
    private let values: [String: Value]

    init(_ text: String, allowing names: Set<String> = WishArguments.names) throws(DraftFault) {
        let read =
            text.utf8.count <= WishArguments.mostBytes
            ? try? JSONDecoder().decode([String: Value].self, from: Data(text.utf8)) : nil
        guard let read else { throw DraftFault(.record, "The arguments are not one JSON object of plain values.") }
        guard Set(read.keys).isSubset(of: names) else {
            throw DraftFault(.record, "Only these arguments exist: \(names.sorted().joined(separator: ", ")).")
        }
        values = read
    }

    func text(_ name: String) -> String? {
        if case .text(let text) = values[name], !text.isEmpty { return text }
        return nil
    }

    /// An amount or a percentage with at most two decimals, zero or more.
    func money(_ name: String) throws(DraftFault) -> Money? {
        let reading: Money.Reading
        switch values[name] {
        case nil, .null?: return nil
        case .number(let number)?: reading = Money.reading(pounds: number)
        case .text(let text)?: reading = Money.reading(text: text)
        case .other?: reading = .unreadable("not a number")
        }
        guard case .exact(let money) = reading, money >= .zero else {
            throw DraftFault(.amount, "\(name) must be a number of zero or more with at most two decimals.")
        }
        return money
    }

    func frequency() throws(DraftFault) -> Frequency? {
        guard let text = text("frequency") else { return nil }
        let frequency = Frequency(stored: text)
        guard frequency.stored != nil else { throw DraftFault(.frequency, "The frequency is none this app knows.") }
        return frequency
    }

    /// A record of the person's own; any other id is refused.
    func record(in snapshot: Snapshot) throws(DraftFault) -> [Wish.Reference] {
        guard let id = text("recordId") else { return [] }
        let kinds = text("recordKind").flatMap(DraftKind.init(rawValue:)).map { [$0] } ?? DraftKind.allCases
        let own = kinds.map { Wish.Reference(kind: $0, id: id) }.filter { $0.name(in: snapshot) != nil }
        guard own.count == 1 else { throw DraftFault(.record, "There is no such record of yours.") }
        return own
    }

    /// The category that is named, if it is one of the person's own; else those the name itself points to.
    func categories(_ name: String, in month: Month, _ snapshot: Snapshot) -> [CategoryTag] {
        let wanted = text("category")?.lowercased()
        let named = snapshot.budgets(in: month).filter { !$0.category.isEmpty && $0.category.lowercased() == wanted }
        return named.isEmpty ? Wish.categories(name, in: month, snapshot) : named.map { CategoryTag($0) }.uniqued()
    }

    private enum Value: Decodable {
        case null
        case number(Double)
        case text(String)
        case other

        init(from decoder: any Decoder) throws {
            let one = try decoder.singleValueContainer()
            if one.decodeNil() {
                self = .null
            } else if let text = try? one.decode(String.self) {
                self = .text(text)
            } else if (try? one.decode(Bool.self)) == nil, let number = try? one.decode(Double.self) {
                self = .number(number)
            } else {
                self = .other
            }
        }
    }
}

/// What the person's own words say, against which a model's values are held.
struct Heard {
    private let all: [Money]
    private let rates: [Rate]
    private let spoken: SpokenDays
    private let today: Day

    init(_ said: String, today: Day, isComing: Bool) {
        var words = SpokenWords(said)
        spoken = SpokenDays(&words, today: today, isComing: isComing)
        let numbers = SpokenNumbers(&words)
        all = numbers.isUnclear ? [] : numbers.amounts
        rates = numbers.rates
        self.today = today
    }

    /// The model's amount if the person wrote it; without one, what they wrote. An amount nobody wrote is asked about.
    func amounts(_ given: Money?) -> [Money] {
        guard let given else { return all }
        if all.contains(given) { return [given] }
        return all.count > 1 ? all : []
    }

    func amount(_ given: Money?) -> Money? { given.flatMap { all.contains($0) ? $0 : nil } }

    func rate(_ given: Money?) -> Rate? {
        let rate = given.map { Rate(basisPoints: Int($0.pence)) }
        return rate.flatMap { rate in
            rates.contains(rate) || all.contains(Money(pence: Int64(rate.basisPoints))) ? rate : nil
        }
    }

    /// The day read by code; the model's only decides between two the words could mean.
    func days(_ given: String?) -> ([Day], isVague: Bool) {
        let picked = given.flatMap { Day($0) }
        if let picked, spoken.days.contains(picked) { return ([picked], spoken.isVague) }
        if spoken.days.isEmpty, let picked, picked != today { return ([], true) }
        return (spoken.days, spoken.isVague || given != nil && picked == nil)
    }
}
