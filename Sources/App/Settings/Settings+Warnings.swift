internal import Auth

extension Settings {
    /// What is accepted and could be safer, one sentence each: told at the start and by `reho check`. Each names its
    /// variable; no value is ever part of one.
    public var warnings: [String] { shortSecrets + openWays }

    private var shortSecrets: [String] {
        let secrets = [
            ("JWT_SECRET", tokens.secret), ("JWT_PREVIOUS_SECRET", tokens.previousSecret),
            ("SCHEDULER_API_KEY", schedulerKey), ("WEBHOOK_SECRET", webhook?.secret),
        ]
        return secrets.flatMap { name, secret in
            secret.map { SecretRules.warnings($0).map { "\(name) \($0)" } } ?? []
        }
    }

    /// Addresses to which tokens, keys or figures would go unencrypted, this machine apart.
    private var openWays: [String] {
        let addresses = [
            ("MAIN_BACKEND_URL", mainBackendURL), ("OPENAI_BASE_URL", model?.baseURL), ("WEBHOOK_URL", webhook?.url),
        ]
        return addresses.compactMap { name, address in
            guard let address, Self.isOpen(address) else { return nil }
            return "\(name) is not https; what is sent there can be read on the way"
        }
    }

    private static func isOpen(_ address: String) -> Bool {
        guard address.hasPrefix("http://") else { return false }
        let rest = address.dropFirst(7)
        let host = rest.hasPrefix("[") ? rest.prefix { $0 != "]" } : rest.prefix { !":/?#".contains($0) }
        return !(host == "localhost" || host == "[::1" || host.hasPrefix("127."))
    }
}
