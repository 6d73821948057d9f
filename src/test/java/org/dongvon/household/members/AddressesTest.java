package org.dongvon.household.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.household.Residences.Move;
import org.dongvon.household.members.Addresses.Address;
import org.dongvon.organisation.PointPlaces.Names;
import org.dongvon.organisation.PointPlaces.Place;
import org.junit.jupiter.api.Test;

/** Where a household lived, by its moves and by the maps of its point. */
class AddressesTest {

    private static final LocalDate MAP = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEGINNING = LocalDate.of(2003, 1, 1);
    private static final List<Place> MAPS = List.of(
            new Place(MAP, null, new Names("xã Mới", null, "tỉnh T"), "D2"),
            new Place(BEGINNING, MAP, new Names("xã Cũ", "huyện H", "tỉnh T"), "D1"));

    @Test
    void eachMoveAndEachMapBeginsAnAddress() {
        var before = LocalDate.of(2024, 4, 18);
        var after = LocalDate.of(2026, 1, 5);
        var addresses = new Addresses(
                "khu 3", List.of(new Move(after, "khu 2", "khu 3"), new Move(before, "khu 1", "khu 2")), MAPS);

        assertThat(addresses.all())
                .containsExactly(
                        new Address(after, null, "khu 3, xã Mới, tỉnh T"),
                        new Address(MAP, after, "khu 2, xã Mới, tỉnh T"),
                        new Address(before, MAP, "khu 2, xã Cũ, huyện H, tỉnh T"),
                        new Address(BEGINNING, before, "khu 1, xã Cũ, huyện H, tỉnh T"));
    }

    @Test
    void ofTwoMovesOnADayTheLastIsTold() {
        var addresses = new Addresses(
                "khu 1", List.of(new Move(MAP, "khu 2", "khu 1"), new Move(MAP, "khu 3", "khu 2")), List.of());

        assertThat(addresses.all())
                .containsExactly(new Address(MAP, null, "khu 1"), new Address(LocalDate.MIN, MAP, "khu 3"));
        assertThat(new Addresses("khu 1", List.of(), List.of()).isEmpty()).isTrue();
    }
}
