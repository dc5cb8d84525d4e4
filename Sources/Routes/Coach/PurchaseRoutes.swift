internal import Analyses
internal import Coaching
internal import Finance
internal import Hummingbird
internal import Ports

/// Purchases the caller thinks about: checked by rules, kept, pinned ones looked at again whenever the list is asked for.
enum PurchaseRoutes {
    /// Most characters of what is bought.
    private static let longest = 120

    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        let list = Route.person(.get, "/me/purchases", show, at: door) { _, _, caller in
            let (checks, changes) = try await parts.coaching.purchases(on: try await snapshot(caller.user, parts))
            return .json(document(checks, changes))
        }
        let check = Route.person(.post, "/me/purchases", keep, at: door) { request, context, caller in
            let body = try await JSONBody.read(Body.self, request, context)
            let answer = Affordability(
                of: try body.amount, in: try await snapshot(caller.user, parts), try body.options)
            return .json(try await parts.coaching.keep(answer, item: try body.name, of: caller.user).json)
        }
        return [list, check] + Coaching.PurchaseAct.allCases.map { act(act: $0, parts, at: door) }
    }

    private static func act(act: Coaching.PurchaseAct, _ parts: RouteParts, at door: Door) -> Route {
        .person(.post, "/me/purchases/{id}/\(act.rawValue)", description(act), at: door) { _, context, caller in
            guard try await parts.coaching.act(act, on: context.item, of: caller.user) else {
                throw Problem.noSuch("purchase")
            }
            let (checks, changes) = try await parts.coaching.purchases(on: try await snapshot(caller.user, parts))
            return .json(document(checks, changes))
        }
    }

    private static func snapshot(_ user: UserID, _ parts: RouteParts) async throws -> Snapshot {
        let now = parts.now()
        return try await parts.snapshots.read(user, Month(containing: now), now)
    }

    private static func document(_ checks: PurchaseChecks, _ changes: [PurchaseChecks.Change]) -> JSON {
        [
            "purchases": checks.json,
            "changed": .array(
                changes.map { ["id": .string($0.check.id), "before": .string($0.before.rawValue)] }),
        ]
    }

    private struct Body: Decodable {
        /// What is bought.
        var item: String
        /// Pounds.
        var price: Double
        /// Equal monthly payments to compare with.
        var instalments: Int?

        var name: String {
            get throws(Problem) {
                guard item.contains(where: \.isLetter), item.count <= longest else {
                    throw .invalid("item", "up to \(longest) characters with a letter among them")
                }
                return item
            }
        }

        var amount: Money {
            get throws(Problem) {
                guard case .exact(let money) = Money.reading(pounds: price), money > .zero, money <= .limit else {
                    throw .invalid("price", "an amount in pounds above 0")
                }
                return money
            }
        }

        var options: Affordability.Options {
            get throws(Problem) {
                guard instalments.map({ (2...120).contains($0) }) ?? true else {
                    throw .invalid("instalments", "a whole number from 2 to 120")
                }
                return Affordability.Options(instalments: instalments)
            }
        }
    }

    private static let listed = Operation.Answer(
        status: 200, words: "The checked purchases.", schema: Schema.named("Purchases"))
    private static let show = Operation(
        id: "listPurchases", summary: "Purchases the caller checked", tag: "me", answers: [listed])
    private static let keep = Operation(
        id: "checkPurchase", summary: "Checks a purchase by rules and keeps the answer", tag: "me",
        body: [
            "type": "object",
            "properties": [
                "item": Schema.text, "price": Schema.number,
                "instalments": ["type": "integer", "minimum": 2, "maximum": 120],
            ],
        ],
        answers: [
            .init(status: 200, words: "The check.", schema: Schema.anything), .problem(400, "The body is not JSON."),
            .problem(413, "The body is too large."), .problem(422, "A value cannot be used."),
        ])

    private static func description(_ act: Coaching.PurchaseAct) -> Operation {
        Operation(
            id: "\(act.rawValue)Purchase", summary: "What the caller wants done with a check: \(act.rawValue)",
            tag: "me",
            parameters: [.init(name: "id", isInPath: true, words: "The check.", isRequired: true, schema: Schema.text)],
            answers: [listed, .problem(404, "The caller has no such purchase.")])
    }

    static let schemas: [JSON.Member] = [
        .init(
            "Purchases",
            Schema.object([
                "purchases": Schema.anything,
                "changed": Schema.list(Schema.object(["id": Schema.text, "before": Schema.text])),
            ]))
    ]
}
