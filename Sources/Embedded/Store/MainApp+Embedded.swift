import Analyses
import Drafts
public import Finance
public import FoundationEssentials
import GRDB
public import Ports

extension MainApp {
    /// Where there is no main backend, its part over the demo people's records: what was confirmed is stored as its app
    /// would have stored it. `who` proves a token, as its app would.
    public static func embedded(
        _ store: EmbeddedStore, who: @escaping @Sendable (_ token: String) async -> UserID?,
        now: @escaping @Sendable () -> Date
    ) -> MainApp {
        MainApp(shape: .current) { request, token, _ in
            guard let user = await who(token) else { return .answered(status: 401, body: []) }
            do throws(PortError) {
                let isDone = try await store.write { db in try Self.take(request, of: user, at: now(), db) }
                return .answered(
                    status: isDone ? 200 : 404,
                    body: Array((isDone ? #"{"success":true}"# : #"{"success":false}"#).utf8))
            } catch {
                return .unknown(reason: error.code.rawValue)
            }
        }
    }

    private static func take(_ request: BackendRequest, of user: UserID, at now: Date, _ db: Database) throws -> Bool {
        let parts = request.path.split(separator: "/").map(String.init)
        guard let kind = parts.first.flatMap(DraftKind.init(rawValue:)), case .object(let members) = request.body
        else { return false }
        let collection = kind == .goal ? "savinggoals" : kind.rawValue
        var record = Document(["_id": .id(newID()), "userId": .id(user.hex), "createdAt": .date(now)])
        if parts.count == 2 {
            guard let stored = try EmbeddedStore.body(collection, parts[1], db).map(DocumentText.read),
                stored["userId"] == .id(user.hex)
            else { return false }
            record = stored
        }
        for member in members { record.fields[member.key] = value(of: member.value) }
        record.fields["isDeleted"] = .bool(false)
        record.fields["updatedAt"] = .date(now)
        try EmbeddedStore.put(record, in: collection, db, replacing: true)
        return true
    }

    private static func value(of json: JSON) -> Document.Value {
        switch json {
        case .string(let text): .string(text)
        case .money(let money): .double(Double(money.pence) / 100)
        case .int(let number): .int(number)
        case .number(let number): .double(number)
        case .bool(let flag): .bool(flag)
        case .null, .array, .object: .null
        }
    }

    private static func newID() -> String {
        (0..<24).map { _ in String(UInt8.random(in: 0...15), radix: 16) }.joined()
    }
}
