import CCurl

/// One libcurl transfer. Made, used and freed on the loop thread only, and not `Sendable`, so the compiler holds us to it.
final class EasyHandle {
    let exchange: Exchange
    let raw: UnsafeMutableRawPointer
    private var lines: UnsafeMutablePointer<curl_slist>?
    private var isSound = true

    /// Nil when libcurl refuses an option or has no memory.
    init?(_ exchange: Exchange, _ settings: CurlSettings) {
        guard let raw = curl_easy_init() else { return nil }
        self.raw = raw
        self.exchange = exchange
        setConduct(settings)
        setRequest(exchange.request)
        setIntake()
        check(ccurl_set_private(raw, UnsafeMutableRawPointer(bitPattern: exchange.id)))
        if !isSound { return nil }
    }

    deinit {
        curl_easy_cleanup(raw)
        curl_slist_free_all(lines)
    }

    /// Lets a paused transfer flow; may hand over bytes before it returns.
    func resume() { curl_easy_pause(raw, CURLPAUSE_CONT) }

    private func check(_ result: CURLcode) { isSound = isSound && result == CURLE_OK }

    private func set(_ option: CURLoption, _ value: Int) { check(ccurl_set_long(raw, option, value)) }

    private func set(_ option: CURLoption, _ value: String) { check(ccurl_set_string(raw, option, value)) }

    /// What holds for every request: nothing followed, nothing guessed from the environment, certificates checked.
    private func setConduct(_ settings: CurlSettings) {
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_PROXY, "")
        set(CURLOPT_SSL_VERIFYPEER, settings.verifiesCertificates ? 1 : 0)
        set(CURLOPT_SSL_VERIFYHOST, settings.verifiesCertificates ? 2 : 0)
        if let file = settings.certificateFile { set(CURLOPT_CAINFO, file) }
        set(CURLOPT_HTTP_VERSION, Int(settings.allowsHTTP2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1))
        set(CURLOPT_TCP_KEEPALIVE, 1)
        set(CURLOPT_TCP_NODELAY, 1)
    }

    private func setRequest(_ request: CurlRequest) {
        set(CURLOPT_URL, request.url)
        set(CURLOPT_CONNECTTIMEOUT_MS, max(1, request.deadlines.connect.wholeMilliseconds))
        if let body = request.body {
            check(ccurl_set_size(raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
            body.withUnsafeBytes { bytes in
                check(ccurl_set_bytes(raw, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress ?? UnsafeRawPointer(raw)))
            }
        }
        set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        if !request.reusesConnection {
            set(CURLOPT_FRESH_CONNECT, 1)
            set(CURLOPT_FORBID_REUSE, 1)
        }
        // libcurl would wait a second for a "100 Continue" before it sends a longer body.
        append("Expect:")
        // Nor may it call a body a form that the caller did not.
        if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) { append("Content-Type:") }
        for header in request.headers {
            append(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
        }
        check(ccurl_set_headers(raw, lines))
    }

    private func append(_ line: String) {
        guard let longer = curl_slist_append(lines, line) else { return isSound = false }
        lines = longer
    }

    /// The context is this object, unretained: the loop holds it for as long as libcurl may call.
    private func setIntake() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        check(
            ccurl_set_header_intake(
                raw,
                { bytes, size, count, context in
                    guard let handle = EasyHandle.from(context) else { return 0 }
                    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    return handle.exchange.change { $0.header(line, at: .now) } ? size * count : 0
                }, context))
        check(
            ccurl_set_body_intake(
                raw,
                { bytes, size, count, context in
                    guard let handle = EasyHandle.from(context) else { return 0 }
                    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    switch handle.exchange.change({ $0.body(piece, at: .now) }) {
                    case .take: return size * count
                    case .pause: return ccurl_pause_intake()
                    case .refuse: return 0
                    }
                }, context))
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> EasyHandle? {
        context.map { Unmanaged<EasyHandle>.fromOpaque($0).takeUnretainedValue() }
    }
}

extension Duration {
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(clamping: seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
