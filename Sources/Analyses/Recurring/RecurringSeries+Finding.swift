public import Finance

// How series are found. Labels come first: records of one name that say they repeat weekly, monthly or yearly are a
// series, with one record already, and records of the same name that forgot the label join it when their amount is near.
// What is left of each name is a series when at least three days have a rhythm and amounts that belong together; the
// whole name is tried first, then its groups of like amounts. Entries made twice by the backend's jobs count once.

extension RecurringSeries {
    /// Every series of a snapshot's expenses, by key. Payments of nothing or less are left out.
    public static func all(in snapshot: Snapshot) -> [RecurringSeries] {
        let doubled = Set(snapshot.suspectedDuplicates.flatMap { $0.dropFirst() })
        let records = snapshot.expenses.filter { $0.amount > .zero && !doubled.contains($0.id) }
        var keys: [String: String] = [:]
        for name in Set(records.map(\.name)) { keys[name] = NameWords(name).key }
        return Dictionary(grouping: records) { keys[$0.name] ?? $0.name }
            .filter { !$0.key.isEmpty }
            .flatMap { SeriesFinder(key: $0, today: snapshot.today).series(of: $1) }
            .sorted { $0.key < $1.key }
    }
}

/// Finds the series among the records of one name.
private struct SeriesFinder {
    let key: String
    let today: Day

    func series(of records: [Expense]) -> [RecurringSeries] {
        var rest = records.filter { Cadence($0.frequency) == nil }
        let labelled = Cadence.allCases.compactMap { cadence -> RecurringSeries? in
            var own = records.filter { Cadence($0.frequency) == cadence }
            guard !own.isEmpty else { return nil }
            let median = own.map(\.amount).median
            own += rest.filter { isNear($0.amount, median) }
            rest.removeAll { isNear($0.amount, median) }
            return make(own, cadence, .labelled)
        }
        return Self.numbered(labelled + found(in: rest))
    }

    /// The rhythm of all records, else of each group of like amounts.
    private func found(in records: [Expense]) -> [RecurringSeries] {
        guard records.count >= Cadence.fewest else { return [] }
        if let whole = regular(records) { return [whole] }
        let groups = Self.likeAmounts(records)
        return groups.count > 1 ? groups.compactMap(regular) : []
    }

    private func regular(_ records: [Expense]) -> RecurringSeries? {
        let payments = Self.byDay(records)
        let amounts = payments.map(\.amount)
        guard amounts.spread.pence * 5 <= amounts.median.pence, let cadence = Cadence.fitting(payments.map(\.day))
        else { return nil }
        return make(records, cadence, .found)
    }

    private func make(_ records: [Expense], _ cadence: Cadence, _ source: RecurringSeries.Source) -> RecurringSeries {
        let latest = records.max { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) }
        return RecurringSeries(
            key: "\(cadence.rawValue)/\(key)", name: latest?.name ?? key, cadence: cadence, source: source,
            payments: Self.byDay(records), today: today)
    }

    /// Within a quarter of the other amount.
    private func isNear(_ amount: Money, _ other: Money) -> Bool {
        (amount - other).magnitude.pence * 4 <= other.pence
    }

    /// Amounts in order, parted where one is more than a quarter above the one before.
    private static func likeAmounts(_ records: [Expense]) -> [[Expense]] {
        var groups: [[Expense]] = []
        for record in records.sorted(by: { ($0.amount, $0.fallsOn, $0.id) < ($1.amount, $1.fallsOn, $1.id) }) {
            if let last = groups.last?.last, (record.amount - last.amount).pence * 4 <= last.amount.pence {
                groups[groups.count - 1].append(record)
            } else {
                groups.append([record])
            }
        }
        return groups
    }

    private static func byDay(_ records: [Expense]) -> [SeriesPayment] {
        Dictionary(grouping: records) { Day($0.fallsOn) }
            .map { SeriesPayment(day: $0, amount: $1.total(\.amount), ids: $1.map(\.id).sorted()) }
            .sorted { $0.day < $1.day }
    }

    /// A second series of one name and rhythm gets a number, the one that began first has none.
    private static func numbered(_ series: [RecurringSeries]) -> [RecurringSeries] {
        var seen: [String: Int] = [:]
        return series.sorted { $0.start < $1.start }.map { one in
            seen[one.key, default: 0] += 1
            let place = seen[one.key] ?? 1
            var one = one
            if place > 1 { one.key += "#\(place)" }
            return one
        }
    }
}

extension RecurringSeries {
    fileprivate var start: Int { (paid.first ?? entered.first)?.day.number ?? 0 }
}
