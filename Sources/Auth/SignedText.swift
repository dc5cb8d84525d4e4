/// A compact JWS (RFC 7515) taken apart, before anything in it is believed.
///
/// Refused here, before any signature is computed: more than 8 KiB, other than three parts, parts that are not canonical
/// base64url, a header whose `alg` is not exactly `HS256`, and a header with `crit` or `b64`, which would change what the
/// rest means. `alg` is compared and never chooses anything; `kid`, `jku`, `jwk` and `x5u` are never looked at.
struct SignedText: Equatable {
    /// The longest token looked at.
    static let longest = 8 * 1024

    /// The bytes the signature covers.
    var signed: [UInt8]
    var signature: [UInt8]
    /// The payload's bytes, decoded.
    var payload: [UInt8]

    /// The parts, nil when any rule above is broken.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64URL.decode(parts[0]), let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]), let fields = ClaimSet(header),
            fields["alg"] == .string("HS256"), fields["crit"] == nil, fields["b64"] == nil
        else { return nil }
        signed = Array(text.utf8.prefix(parts[0].count + 1 + parts[1].count))
        self.signature = signature
        self.payload = payload
    }
}
