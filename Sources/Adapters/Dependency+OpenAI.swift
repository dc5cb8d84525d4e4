public import OpenAI
public import Ports

extension Dependency {
    /// Whether the model can be asked with the configured address and key. The service is of use without it: the
    /// built-in coach answers then.
    public static func openAI(_ client: OpenAIClient) -> Dependency {
        Dependency(name: "openai", isNeeded: false) { () async throws(PortError) in
            do {
                try await client.probe()
            } catch let error as OpenAIError {
                throw PortError(error).advised(advice(error.code))
            } catch {
                throw PortError(.cancelled, "openai: the probe was cancelled")
            }
        }
    }

    /// What the operator can do about it.
    private static func advice(_ code: OpenAIError.Code) -> String? {
        switch code {
        case .unauthorised: "the provider does not accept OPENAI_API_KEY"
        case .forbidden: "OPENAI_API_KEY is not allowed to list models"
        case .notFound: "there is no /models under OPENAI_BASE_URL; it must end in the version, for instance /v1"
        case .unreachable, .connectTimeout: "nobody answers at OPENAI_BASE_URL"
        case .quota: "the provider's account has no money left"
        default: nil
        }
    }
}

extension PortError {
    fileprivate func advised(_ advice: String?) -> PortError {
        guard let advice else { return self }
        return PortError(code, "\(message): \(advice)", retryAfter: retryAfter)
    }
}
