public import Analyses
public import Finance
import FoundationEssentials

/// A wish from a model's tool call. The model may pick the purpose, the name and one of the person's records; every
/// amount, rate and day must be in what the person wrote, and what is not is asked back. Unknown keys are refused, so
/// that no field exists which code has not checked.
///
///     let settlement = WishArguments.settled(call.arguments, said: message, on: snapshot, for: .current)
public enum WishArguments {
    /// Longest text of arguments that is read at all.
    static let mostBytes = 4_096

    /// What the arguments come to. `said` is what the person wrote (or what stands on the receipt they sent).
    public static func settled(
        _ arguments: String, said: String, on snapshot: Snapshot, for shape: BackendShape
    ) -> Settlement {
        do {
            let given = try Given(arguments)
            let wish = try wish(given, said: said, on: snapshot)
            return try unsaid(given, wish) ?? wish.settled(on: snapshot, for: shape)
        } catch {
            return .refused(DraftFaults(faults: [error]))
        }
    }

    /// Asks for what could also be left out: a model that names it without having read it is not just ignored.
    private static func unsaid(_ given: Given, _ wish: Wish) throws(DraftFault) -> Settlement? {
        if try given.money("extra") != nil, wish.extra == nil {
            return .question(Question(.extra, "How much is paid each month beyond the instalment?", of: wish))
        }
        if try given.money("saved") != nil, wish.saved == nil {
            return .question(Question(.saved, "How much of it is saved already?", of: wish))
        }
        return nil
    }

    private static func wish(_ given: Given, said: String, on snapshot: Snapshot) throws(DraftFault) -> Wish {
        guard let purpose = given.text("purpose").flatMap(Wish.Purpose.init(rawValue:)) else {
            throw DraftFault(.record, "purpose must be one of \(Wish.Purpose.allCases.map(\.rawValue)).")
        }
        var wish = Wish(purpose)
        let heard = Heard(said, today: snapshot.today, isComing: purpose == .addDebt || purpose == .addGoal)
        wish.name = given.text("name").map { TypedText($0, limit: Wish.longestName).text }
        wish.amounts = heard.amounts(try given.money("amount"))
        wish.monthly = heard.amount(try given.money("monthly"))
        wish.extra = heard.amount(try given.money("extra"))
        wish.saved = heard.amount(try given.money("saved"))
        wish.rate = heard.rate(try given.money("rate"))
        (wish.days, wish.isDayVague) = heard.days(given.text("day"))
        wish.frequency = try given.frequency()
        wish.part = given.text("part").flatMap(Wish.Part.init(rawValue:)) ?? .amount
        wish.records = try given.record(in: snapshot)
        let month = Month(containing: (wish.days.first ?? snapshot.today).start)
        wish.categories = given.categories(wish.name ?? "", in: month, snapshot)
        return wish
    }

    /// The schema a model is shown.
    public static var schema: JSON {
        func text(_ what: String) -> JSON { ["type": "string", "description": .string(what)] }
        func pounds(_ what: String) -> JSON { ["type": "number", "description": .string(what)] }
        let purposes = JSON.array(Wish.Purpose.allCases.map { .string($0.rawValue) })
        return [
            "type": "object", "additionalProperties": false, "required": ["purpose"],
            "properties": [
                "purpose": ["type": "string", "enum": purposes], "name": text("what it is for, in the person's words"),
                "amount": pounds("pounds, exactly as the person wrote it"), "day": text("YYYY-MM-DD, only if named"),
                "frequency": ["type": "string", "enum": ["once", "weekly", "monthly", "yearly"]],
                "recordKind": ["type": "string", "enum": .array(DraftKind.allCases.map { .string($0.rawValue) })],
                "recordId": text("id of the record that is changed"),
                "part": ["type": "string", "enum": .array(Wish.Part.allCases.map { .string($0.rawValue) })],
                "category": text("one of the person's own budget categories"), "rate": pounds("yearly, per cent"),
                "monthly": pounds("a debt's or goal's monthly amount"), "extra": pounds("paid beyond the instalment"),
                "saved": pounds("saved already"),
            ],
        ]
    }

    static let names: Set<String> = [
        "purpose", "name", "amount", "day", "frequency", "recordKind", "recordId", "part", "category", "rate",
        "monthly",
        "extra", "saved",
    ]
}
