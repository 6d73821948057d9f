package org.dongvon.support;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;

/** Accounts beside those of the demonstration: they may change how they log in. All begin with {@link #PASSWORD}. */
public final class Colleagues {

    public static final String PASSWORD = "mưa rào tháng bảy";

    private static final Pattern SEALED = Pattern.compile("name=\"sealed\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("class=\"code key\">([A-Z2-7 ]+)<");

    private final Site site;
    private final Accounts accounts;
    private final OwnerDb owner;

    public Colleagues(Site site, Accounts accounts, OwnerDb owner) {
        this.site = site;
        this.accounts = accounts;
        this.owner = owner;
    }

    /** Someone of the office. */
    public long join(String login, Role role) {
        return join(login, role, site.office());
    }

    /** Someone of another unit. */
    public long join(String login, Role role, long unit) {
        return accounts.create(Actor.SYSTEM, new NewAccount(login, "Người Thử Việc", role, unit), PASSWORD);
    }

    /** A browser that has sent this login and the usual password. */
    public Visitor arrive(String login) {
        return arrive(login, PASSWORD);
    }

    /** The same with another password. */
    public Visitor arrive(String login, String password) {
        var visitor = new Visitor(site);
        visitor.get("/login");
        visitor.post("/login", Map.of("user", login, "password", password));
        return visitor;
    }

    /** Fields of the form that adds a second factor, with the code of a step; 0 is now. */
    public Map<String, String> enrolment(String page, long steps) {
        var fields = new HashMap<String, String>();
        fields.put("sealed", found(SEALED, page));
        fields.put("code", code(key(page), steps));
        return fields;
    }

    /** The secret that a page shows as text. */
    public byte[] key(String page) {
        return new org.apache.commons.codec.binary.Base32()
                .decode(found(KEY, page).replace(" ", ""));
    }

    /** The code of an app, so many steps from now. */
    public String code(byte[] key, long steps) {
        long now = owner.sql("select cast(extract(epoch from clock_timestamp()) as bigint)")
                .query(Long.class)
                .single();
        return Codes.at(key, now / 30 + steps);
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + pattern + " in: " + page);
        }
        return matcher.group(1);
    }
}
