import FoundationEssentials

/// What an answer of the main backend means for the draft that was sent. The backend's own text is never shown: it may
/// hold ids, field names or a database's words. Its status and the names of refused fields are read by a table.
public enum BackendVerdict: Sendable, Hashable {
    /// The record stands; the id is the backend's, when it gave one.
    case saved(id: String?)
    /// The backend refused it, and nothing was written.
    case refused(sentence: String)
    /// Nobody can say from the answer; the records must be read back.
    case unknown

    /// Longest body that is looked at.
    static let mostBytes = 256 * 1_024

    /// Reads an answer; `status` is nil when none came.
    public init(status: Int?, body: [UInt8], to draft: Draft) {
        guard let status else {
            self = .unknown
            return
        }
        let envelope = Envelope(body)
        switch status {
        case 200...299:
            let id = envelope?.id
            self = envelope?.success == true ? .saved(id: id) : .unknown
        case 400 where draft.mayBeStoredDespiteRefusal: self = .unknown
        case 300...499 where status != 408: self = .refused(sentence: Self.sentence(status, envelope, draft))
        default: self = .unknown
        }
    }

    private static func sentence(_ status: Int, _ envelope: Envelope?, _ draft: Draft) -> String {
        switch status {
        case 400, 422: refusedValue(envelope?.fields ?? [], draft)
        case 401: "Your sign-in has run out. Please sign in again, then ask once more."
        case 403: "The app does not allow this for your account."
        case 404: draft.isChange ? "That \(draft.kind.noun) is no longer in the app." : "The app cannot save this now."
        case 409: "The app has changed in the meantime. Please ask again."
        case 429: "The app is asked too often just now. Please try again in a minute."
        default: "The app did not accept this."
        }
    }

    private static func refusedValue(_ fields: [String], _ draft: Draft) -> String {
        let words = fields.compactMap { Self.words[$0] }.uniqued()
        guard !words.isEmpty else { return "The app did not accept one of the values of this \(draft.kind.noun)." }
        return "The app did not accept the \(words.joined(separator: " and the "))."
    }

    /// The contract's keys as a person knows them; any other name is not repeated.
    private static let words = [
        "name": "name", "amount": "amount", "endDate": "day", "receiveDate": "day", "payDueDate": "due day",
        "date": "first day", "frequency": "repetition", "type": "kind of budget", "category": "category",
        "monthlyPayment": "monthly payment", "AdHocPayment": "extra payment", "capitalRepayment": "monthly payment",
        "interestRepayment": "interest", "userInterestRate": "yearly rate", "totalAmount": "target",
        "monthlyTarget": "monthly amount", "savedMoney": "saved amount",
    ]
}

extension Draft {
    /// The current backend checks the kind of the linked budget only after the expense is stored (contract 7).
    var mayBeStoredDespiteRefusal: Bool {
        if case .expense(let fields) = fields, !isChange { return fields.category != nil }
        return false
    }
}

/// The backend's envelope, as far as it is used.
private struct Envelope: Decodable {
    struct Problem: Decodable { var path: String? }

    struct Stored: Decodable {
        var id: String?

        enum CodingKeys: String, CodingKey { case id = "_id" }
    }

    var success: Bool?
    var problems: [Problem]?
    var stored: Stored?

    init?(_ body: [UInt8]) {
        guard body.count <= BackendVerdict.mostBytes,
            let read = try? JSONDecoder().decode(Envelope.self, from: Data(body))
        else { return nil }
        self = read
    }

    enum CodingKeys: String, CodingKey { case success, error, data }

    init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        success = try? box.decode(Bool.self, forKey: .success)
        problems = try? box.decode([Problem].self, forKey: .error)
        stored = try? box.decode(Stored.self, forKey: .data)
    }

    var id: String? { stored?.id.flatMap { $0.utf8.count == 24 ? $0 : nil } }

    /// The last part of each path: `body.amount` is about `amount`.
    var fields: [String] {
        (problems ?? []).prefix(10).compactMap { $0.path?.split(separator: ".").last.map(String.init) }
    }
}
