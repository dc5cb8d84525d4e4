public import Analyses
public import Finance

extension BudgetDraft {
    /// One draft a line: a budget of the month with the same name is changed where its amount differs, any other line is
    /// made. The app files a new budget under the month it is entered in, so only the running month can be saved; for
    /// another month the fault says so.
    public func drafts(on snapshot: Snapshot, for shape: BackendShape) throws(DraftFaults) -> [Draft] {
        guard month == Month(containing: snapshot.asOf) else {
            let sentence =
                "The app files budgets under the month they are entered in, so only this month's can be saved."
            throw DraftFaults(faults: [DraftFault(.day, sentence)])
        }
        var standing = Array(snapshot.budgets(in: month))
        var drafts: [Draft] = []
        for line in lines where line.amount > .zero {
            let index = standing.firstIndex { $0.name == line.fields.name }
            if let old = index.map({ standing.remove(at: $0) }) {
                guard old.amount != line.amount else { continue }
                let fields = BudgetFields(amount: line.amount)
                drafts.append(try Draft(.change(id: old.id), .budget(fields), on: snapshot, for: shape))
            } else {
                drafts.append(try Draft(.create, .budget(line.fields), on: snapshot, for: shape))
            }
        }
        return drafts
    }

    /// The plan as a card: lines with what the records say and what they get.
    public var card: Card {
        Card(kind: .budgets, title: "A budget for \(month.words)", data: json)
    }

    /// The whole plan; what is not known is null with `remark` beside it.
    public var json: JSON {
        [
            "month": .string(month.description), "income": .money(orNull: income),
            "fixed": .money(fixed.total(\.known)), "shortfall": .money(orNull: shortfall),
            "unallocated": .money(orNull: unallocated), "untouched": .money(untouched), "isCut": .bool(isCut),
            "remark": .string(orNull: remark),
            "lines": .array((lines.isEmpty ? fixed : lines).map(Self.json)), "hasPlan": .bool(!lines.isEmpty),
        ]
    }

    private static func json(_ line: Line) -> JSON {
        [
            "name": .string(line.name), "category": .string(line.category), "source": .string(line.source.rawValue),
            "known": .money(line.known), "amount": .money(line.amount),
        ]
    }
}

extension BudgetDraft.Line {
    /// A budget of its own, seen by the person alone and not repeated: next month's plan is made from next month. The
    /// backend asks two letters of a name, which a payment of long ago may not have.
    var fields: BudgetFields {
        let clean = TypedText(name, limit: 100).text
        let name = clean.utf16.count < FieldChecks.shortestName ? "Budget \(clean)" : clean
        return BudgetFields(name: name, amount: amount, category: category, kind: .personal, frequency: .once)
    }
}
