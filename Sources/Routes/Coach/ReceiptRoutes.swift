internal import Analyses
internal import Chat
internal import Drafts
internal import Finance
internal import HTTPTypes
internal import Hummingbird
internal import Inbox
internal import Ports
internal import Proposals

/// A receipt as a picture or document. It is in memory for this one request: it goes to the model, what the model read
/// becomes an offer or a question, and nothing of the file or its name is kept, logged or told on.
enum ReceiptRoutes {
    /// Whatever the file may be on its way through.
    private struct Means {
        var proposals: Proposals
        var receipts: Receipts
    }

    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        let limits = parts.settings.limits
        let seats = UploadSeats(limits.uploads)
        let pace = PaceKeeper(limits.receipts, remembered: limits.remembered, clock: parts.clock)
        var route = Route.person(.post, "/me/receipts", description, at: door) { request, _, caller in
            let means = try means(parts)
            guard let kind = request.headers[.contentType].flatMap(ReceiptFile.Kind.init(contentType:)) else {
                throw Problem.noReceiptKind
            }
            let conversation = try conversation(request, of: caller.user)
            try await agreed(caller.user, parts)
            return try await seats.seating(caller.user) {
                if let wait = pace.take(caller.user.hex) { throw Problem.tooMany(retryAfter: wait) }
                let file = try await UploadedFile.read(request, upTo: ReceiptFile.mostBytes)
                guard let receipt = ReceiptFile(file, kind: kind) else { throw Problem.otherKind }
                try await agreed(caller.user, parts)
                let answer = try await read(receipt, of: caller.user, means.receipts, parts)
                return try await offer(answer, to: caller.user, in: conversation, means.proposals, parts)
            }
        }
        route.bodyBytes = ReceiptFile.mostBytes
        return [route]
    }

    private static func means(_ parts: RouteParts) throws(Problem) -> Means {
        guard let proposals = parts.proposals else { throw .noMainApp }
        guard let receipts = parts.receipts else { throw .noEyes }
        return Means(proposals: proposals, receipts: receipts)
    }

    /// The file leaves this service: asked before it is taken, and once more before it is sent.
    private static func agreed(_ user: UserID, _ parts: RouteParts) async throws(Problem) {
        guard await parts.inbox.agreesToModel(user, isAssumed: parts.settings.assumesConsent) else {
            throw .modelNotWanted
        }
    }

    private static func conversation(_ request: Request, of user: UserID) throws(Problem) -> ConversationID {
        guard let text = try QueryReader(request).text("conversationId") else { return .standard(of: user) }
        guard let id = ConversationID(text) else { throw .invalid("conversationId", "an id of up to 200 bytes") }
        return id
    }

    private static func read(
        _ file: ReceiptFile, of user: UserID, _ receipts: Receipts, _ parts: RouteParts
    ) async throws -> String {
        do throws(PortError) {
            return try await receipts.read(file, user, parts.logName(user)).text
        } catch {
            throw error.code == .refused ? Problem.fileRefused : error as any Error
        }
    }

    /// Every tab of the conversation sees the card as well.
    private static func offer(
        _ answer: String, to user: UserID, in conversation: ConversationID, _ proposals: Proposals, _ parts: RouteParts
    ) async throws -> Response {
        let now = parts.now()
        let snapshot = try await parts.freshSnapshots.read(user, Month(containing: now), now)
        let reading = ReceiptReading(answer: answer, today: snapshot.today)
        let doubts = reading.doubts(today: snapshot.today)
        var members: [JSON.Member] = [.init("proposal", .null), .init("question", .null)]
        switch try await proposals.offer(reading, in: conversation, on: snapshot) {
        case .proposal(let proposal):
            parts.desk.show(proposal.card, to: user, in: conversation)
            members[0].value = proposal.json
        case .question(let question, let id):
            let card = question.card(id: id)
            parts.desk.show(card, to: user, in: conversation)
            members[1].value = card.data
        case .refused(let sentence): throw Problem.receiptRefused(doubts.first?.code, sentence)
        }
        members += [.init("read", reading.json), .init("doubts", .array(doubts.map(\.json)))]
        return .json(.object(members))
    }
}
