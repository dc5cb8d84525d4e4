public import Backend
public import Drafts
public import Ports

extension MainApp {
    /// The main backend's REST, with the person's own token on each call.
    public static func backend(_ client: BackendClient, shape: BackendShape) -> MainApp {
        MainApp(shape: shape) { request, token, key in
            switch await client.send(request, token: token, idempotencyKey: key) {
            case .answered(let status, let body): .answered(status: status, body: body.bytes)
            case .notSent(let reason): .notSent(reason: reason.rawValue)
            case .unknown(let doubt): .unknown(reason: doubt.rawValue)
            }
        }
    }
}
