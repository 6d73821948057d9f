package org.dongvon.identity.openid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dongvon.shared.WebOnly;
import org.springframework.stereotype.Service;

/** What an account's owner sees of outside providers. */
@Service
@WebOnly
public class OpenIdLinks {

    private final OpenIdSettings settings;
    private final ExternalSubjects subjects;

    OpenIdLinks(OpenIdSettings settings, ExternalSubjects subjects) {
        this.settings = settings;
        this.subjects = subjects;
    }

    /** The name of the provider; none where none is set up. */
    public Optional<String> provider() {
        return settings.name();
    }

    /** The links of an account, the oldest first. */
    public List<Link> of(long accountId) {
        return subjects.links(accountId);
    }

    /** A link as the account's owner sees it. */
    public record Link(long id, String issuer, Instant linkedAt) {}
}
