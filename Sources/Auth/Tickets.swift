internal import Crypto
internal import Finance
internal import FoundationEssentials
internal import Ports

/// Single-use tickets: a browser cannot set headers on a socket, and a ticket in a URL is worth nothing once used.
///
/// A ticket is 256 random bits. What is stored, under its hash only, is whose it is and when the proof behind it ends;
/// taking it removes it, so of any number of uses one wins.
struct Tickets: Sendable {
    let claims: Claims
    let lifetime: Duration

    /// Stores a fresh ticket for these claims.
    func issue(_ bearer: BearerClaims, at now: Date) async throws(IdentityError) -> String {
        let ticket = Base64URL.encode(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
        let value = Stub(bearer: bearer, endsAt: now.addingTimeInterval(lifetime.inSeconds))
        do throws(PortError) {
            guard try await claims.claim(Self.key(of: ticket), value.bytes, lifetime) == nil else {
                throw PortError(.conflict, "a ticket's name is taken")
            }
        } catch { throw .unavailable(error) }
        return ticket
    }

    /// Whose ticket it was; nobody can use it after this. A text that cannot be a ticket never reaches the store.
    func redeem(_ ticket: String, at now: Date) async throws(IdentityError) -> BearerClaims {
        guard !ticket.isEmpty else { throw .missing }
        guard ticket.utf8.count == 43, Base64URL.decode(ticket.utf8) != nil else { throw .invalid }
        let stored: [UInt8]?
        do throws(PortError) { stored = try await claims.take(Self.key(of: ticket)) } catch {
            throw .unavailable(error)
        }
        // Used, run out, or lost with the store that held it: whoever has a token comes again with another ticket, so it
        // is no final refusal.
        guard let stored, let stub = Stub(stored) else { throw Self.unknown }
        guard now < stub.endsAt, now < stub.bearer.expiresAt else { throw .expired }
        return stub.bearer
    }

    static let unknown = IdentityError.unavailable(PortError(.notFound, "no such ticket; another one can be had"))

    /// The stored name tells nobody the ticket.
    static func key(of ticket: String) -> String {
        "sidecar:ticket:" + SHA256.hash(data: Array(ticket.utf8)).hex
    }
}

/// What is stored for a ticket: user, role, end of the bearer and of the ticket, separated by spaces.
private struct Stub {
    var bearer: BearerClaims
    var endsAt: Date

    init(bearer: BearerClaims, endsAt: Date) {
        self.bearer = bearer
        self.endsAt = endsAt
    }

    init?(_ bytes: [UInt8]) {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        guard parts.count == 5, parts[0] == "1", let user = UserID(String(parts[1])), let expiry = Double(parts[3]),
            let end = Double(parts[4])
        else { return nil }
        bearer = BearerClaims(
            user: user, claimsAdmin: parts[2] == "admin", expiresAt: Date(timeIntervalSince1970: expiry))
        endsAt = Date(timeIntervalSince1970: end)
    }

    var bytes: [UInt8] {
        let role = bearer.claimsAdmin ? "admin" : "user"
        let times = "\(bearer.expiresAt.timeIntervalSince1970) \(endsAt.timeIntervalSince1970)"
        return Array("1 \(bearer.user.hex) \(role) \(times)".utf8)
    }
}
