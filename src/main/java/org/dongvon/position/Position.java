package org.dongvon.position;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * The loans of a unit at the end of a day. Every list of it sums to {@link #outstanding}.
 *
 * @param asOf the day asked for
 * @param closedThrough the last day that all its offices have closed; heads are counted as of each office's last close
 * @param openOffices how many of its offices have not closed the day: their movements so far are included
 * @param offices how many offices it has
 * @param cells totals by programme, association, contract and part; none of zero
 * @param heads head counts by dimension and key
 */
public record Position(
        LocalDate asOf,
        LocalDate closedThrough,
        int openOffices,
        int offices,
        List<Cell> cells,
        Map<Dimension, Map<String, HeadCount>> heads) {

    public Position {
        cells = List.copyOf(cells);
        heads = Map.copyOf(heads);
    }

    /** Whether figures may still change, because some office has not closed the day. */
    public boolean isProvisional() {
        return openOffices > 0;
    }

    /** Principal outstanding: in term, overdue and frozen. */
    public Dong outstanding() {
        return sum(cells);
    }

    /** Principal outstanding by number of the programme. */
    public Map<Integer, Dong> byProgramme() {
        return by(Cell::programmeId);
    }

    /** Principal outstanding by code of the association. */
    public Map<String, Dong> byAssociation() {
        return by(Cell::association);
    }

    /** Principal outstanding by capital contract. */
    public Map<Long, Dong> byContract() {
        return by(Cell::contractId);
    }

    /** Everyone, each counted once. */
    public HeadCount everyone() {
        return heads(Dimension.ALL, "");
    }

    /** Who stands behind one key of a dimension. */
    public HeadCount heads(Dimension dimension, Object key) {
        @Nullable Map<String, HeadCount> keys = heads.get(dimension);
        return keys == null ? HeadCount.NONE : keys.getOrDefault(key.toString(), HeadCount.NONE);
    }

    private <K> Map<K, Dong> by(Function<Cell, K> key) {
        return cells.stream()
                .filter(Cell::isOutstanding)
                .collect(Collectors.toMap(key, Cell::principal, Dong::plus, TreeMap::new));
    }

    private static Dong sum(Collection<Cell> cells) {
        return cells.stream().filter(Cell::isOutstanding).map(Cell::principal).reduce(Dong.ZERO, Dong::plus);
    }
}
