import CCurl

/// All of libcurl's transfers and connections.
///
/// `@unchecked Sendable`: every method but `wakeUp` is called on the loop thread only; `curl_multi_wakeup` is documented
/// as callable from any thread, and `CurlLoop` calls it only under the lock under which it also notes that `close` is
/// about to be called.
final class MultiHandle: @unchecked Sendable {
    private let raw: UnsafeMutableRawPointer

    /// Nil when libcurl has no memory.
    init?(_ settings: CurlSettings) {
        guard ccurl_global_init() == CURLE_OK, let raw = curl_multi_init() else { return nil }
        self.raw = raw
        _ = ccurl_multi_set_long(raw, CURLMOPT_MAXCONNECTS, settings.maxIdleConnections)
    }

    /// Once, by the thread that will do the rest.
    func prepareThread() { ccurl_block_sigpipe() }

    /// Ends a `poll`, now or the next one.
    func wakeUp() { curl_multi_wakeup(raw) }

    func add(_ handle: EasyHandle) -> Bool { curl_multi_add_handle(raw, handle.raw) == CURLM_OK }

    /// Closes the connection too when the transfer was not at its end.
    func remove(_ handle: EasyHandle) { curl_multi_remove_handle(raw, handle.raw) }

    /// Moves every transfer on as far as it goes, and gives the ids of those that ended, with nil for a regular end.
    func perform() -> [(id: Int, error: CurlError?)] {
        var running: Int32 = 0
        curl_multi_perform(raw, &running)
        var ended: [(id: Int, error: CurlError?)] = []
        var left: Int32 = 0
        while let message = curl_multi_info_read(raw, &left) {
            guard message.pointee.msg == CURLMSG_DONE else { continue }
            var id: UnsafeMutableRawPointer?
            _ = ccurl_get_private(message.pointee.easy_handle, &id)
            // The message is gone once its transfer is removed, so its result is taken here.
            ended.append((Int(bitPattern: id), CurlError(message.pointee.data.result)))
        }
        return ended
    }

    /// Waits for traffic, libcurl's own timers, `wakeUp`, or the end of `limit`.
    func poll(for limit: Duration) {
        curl_multi_poll(raw, nil, 0, Int32(clamping: max(0, limit.wholeMilliseconds)), nil)
    }

    /// Frees everything; nothing may be called afterwards.
    func close() { curl_multi_cleanup(raw) }
}
