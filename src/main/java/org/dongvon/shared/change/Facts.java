package org.dongvon.shared.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a thing, in the order in which people read them.
 *
 * <p>Example: {@code Facts.none().text("value", "60").date("from", LocalDate.of(2013, 3, 5))}, read back by
 * {@code textOf("value")} and {@code dateOf("from")}.
 *
 * @param all the fields; no two of one name
 */
public record Facts(List<Fact> all) {

    private static final Facts NONE = new Facts(List.of());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Fact>> LIST = new TypeReference<>() {};

    public Facts {
        all = List.copyOf(all);
        if (all.stream().map(Fact::name).distinct().count() != all.size()) {
            throw new IllegalArgumentException("a field twice in " + all);
        }
    }

    /** Nothing yet: what there was before something new. */
    public static Facts none() {
        return NONE;
    }

    public Facts text(String name, @Nullable String value) {
        return with(name, Fact.Type.TEXT, value);
    }

    public Facts dong(String name, @Nullable Dong value) {
        return with(name, Fact.Type.DONG, value == null ? null : Long.toString(value.amount()));
    }

    public Facts date(String name, @Nullable LocalDate value) {
        return with(name, Fact.Type.DATE, value == null ? null : value.toString());
    }

    public Facts count(String name, long value) {
        return with(name, Fact.Type.COUNT, Long.toString(value));
    }

    public Facts rate(String name, @Nullable AnnualRate value) {
        return with(name, Fact.Type.RATE, value == null ? null : Long.toString(value.units()));
    }

    /** A value that is a key of the messages, such as {@code role.TELLER}. */
    public Facts word(String name, @Nullable String key) {
        return with(name, Fact.Type.WORD, key);
    }

    /** A value that is kept and compared, and never shown. */
    public Facts hidden(String name, @Nullable String value) {
        return with(name, Fact.Type.HIDDEN, value);
    }

    /** The same fields without a value: what there was before something new. */
    public Facts emptied() {
        return new Facts(all.stream().map(each -> each.withValue(null)).toList());
    }

    /** The field of a name, if it is among them. */
    public Optional<Fact> find(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Whether the field is there with a value. */
    public boolean has(String name) {
        return find(name).map(Fact::value).isPresent();
    }

    /** The value as it is kept; {@link IllegalStateException} when there is none. */
    public String textOf(String name) {
        return find(name).map(Fact::value).orElseThrow(() -> new IllegalStateException("no " + name + " in " + all));
    }

    public Dong dongOf(String name) {
        return new Dong(Long.parseLong(textOf(name)));
    }

    public LocalDate dateOf(String name) {
        return LocalDate.parse(textOf(name));
    }

    public long countOf(String name) {
        return Long.parseLong(textOf(name));
    }

    public AnnualRate rateOf(String name) {
        return new AnnualRate(Long.parseLong(textOf(name)));
    }

    /** The first field whose value is another here than there, if there is any. */
    Optional<Difference> firstDifference(Facts other) {
        return all.stream()
                .filter(each -> !Objects.equals(each.value(), other.valueOf(each.name())))
                .findFirst()
                .map(each -> new Difference(each, other.find(each.name()).orElse(each.withValue(null))))
                .or(() -> other.all.stream()
                        .filter(each -> find(each.name()).isEmpty())
                        .findFirst()
                        .map(each -> new Difference(each.withValue(null), each)));
    }

    @Nullable
    String valueOf(String name) {
        return find(name).map(Fact::value).orElse(null);
    }

    String toJson() {
        return JSON.writeValueAsString(all);
    }

    static Facts ofJson(String json) {
        return new Facts(JSON.readValue(json, LIST));
    }

    private Facts with(String name, Fact.Type type, @Nullable String value) {
        var more = new ArrayList<>(all);
        more.add(new Fact(name, type, value));
        return new Facts(more);
    }

    /** A field with two values. */
    record Difference(Fact before, Fact after) {}
}
