internal import Analyses
internal import Chat
internal import Drafts
internal import Finance
internal import Hummingbird
internal import Ports
internal import Proposals

/// Offers to write in the main app, over HTTP: asked for in the caller's words, and settled by the caller's own yes. The
/// token of that request is the one the main app sees; it is neither stored nor logged.
enum ProposalRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            .person(.get, "/me/proposals", list, at: door) { _, _, caller in
                let offers = try await proposals(parts).book(of: caller.user).offers
                return .json(["proposals": .array(offers.map(\.json))])
            },
            .person(.post, "/me/proposals", ask, at: door) { request, context, caller in
                let body = try await JSONBody.read(Body.self, request, context)
                let proposals = try proposals(parts)
                let now = parts.now()
                let snapshot = try await parts.freshSnapshots.read(caller.user, Month(containing: now), now)
                let offer = try await proposals.offer(
                    for: try body.wish, in: try body.conversation(of: caller.user), on: snapshot)
                return .json(try json(offer))
            },
        ] + [true, false].map { settle(isYes: $0, parts, at: door) }
    }

    private static func settle(isYes: Bool, _ parts: RouteParts, at door: Door) -> Route {
        let act = isYes ? "confirm" : "reject"
        return .person(.post, "/me/proposals/{id}/\(act)", description(act), at: door) { request, context, caller in
            let proposals = try proposals(parts)
            let id = context.item
            guard let offer = try await proposals.book(of: caller.user).offers.first(where: { $0.id == id }),
                let conversation = ConversationID(offer.conversation)
            else { throw Problem.noSuch("offer") }
            let decision =
                isYes
                ? try await proposals.confirm(
                    id, in: conversation, of: caller.user, token: try Door.bearer(of: request))
                : try await proposals.reject(id, in: conversation, of: caller.user)
            return try answer(decision, of: caller.user, in: conversation, parts)
        }
    }

    /// How it stands; every tab of the conversation sees it as well.
    private static func answer(
        _ decision: Proposals.Decision, of user: UserID, in conversation: ConversationID, _ parts: RouteParts
    ) throws -> Response {
        switch decision {
        case .settled(let proposal):
            parts.desk.show(proposal.card, to: user, in: conversation)
            return .json(["proposal": proposal.json, "words": .string(proposal.outcome)])
        case .stale(let fresh, let reason):
            if let fresh { parts.desk.show(fresh.card, to: user, in: conversation) }
            return .json(["proposal": fresh?.json ?? .null, "words": .string(reason)], status: .conflict)
        case .notFound: throw Problem.noSuch("offer")
        }
    }

    private static func proposals(_ parts: RouteParts) throws -> Proposals {
        guard let proposals = parts.proposals else { throw Problem.noMainApp }
        return proposals
    }

    private static func json(_ offer: Proposals.Offer?) throws -> JSON {
        switch offer {
        case .proposal(let proposal): return ["proposal": proposal.json, "question": .null]
        case .question(let question, let id): return ["proposal": .null, "question": question.card(id: id).data]
        case .refused(let sentence): throw Problem.unusable(sentence)
        case nil: throw Problem.invalid("words", "a wish such as \"I spent £12.40 on lunch yesterday\"")
        }
    }

    private struct Body: Decodable {
        /// Most characters of a wish.
        static let longest = 500

        var words: String
        var conversationID: String?

        enum CodingKeys: String, CodingKey {
            case words
            case conversationID = "conversation_id"
        }

        var wish: String {
            get throws(Problem) {
                guard words.contains(where: \.isLetter), words.count <= Self.longest else {
                    throw .invalid("words", "up to \(Self.longest) characters with a letter among them")
                }
                return words
            }
        }

        func conversation(of user: UserID) throws(Problem) -> ConversationID {
            guard let conversationID else { return .standard(of: user) }
            guard let id = ConversationID(conversationID) else {
                throw .invalid("conversation_id", "an id of up to 200 bytes")
            }
            return id
        }
    }
}
