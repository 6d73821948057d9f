package org.dongvon.command.torture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dongvon.command.torture.LendingTorture.Broken;

/** Leaves out of a failing history whatever is not needed to break the books, in halves, quarters and so on. */
final class Shrinking {

    private Shrinking() {}

    /** The shortest failure found in so many tries. */
    static Broken of(Broken first, int tries, Consumer<String> progress, History history) throws IOException {
        var smallest = first;
        int tried = 0;
        for (int chunk = smallest.events().size() / 2; chunk > 0 && tried < tries; chunk /= 2) {
            for (int from = 0; from < smallest.events().size() && tried < tries; tried++) {
                var fewer = new ArrayList<>(smallest.events());
                fewer.subList(from, Math.min(from + chunk, fewer.size())).clear();
                progress.accept("shrinking: " + fewer.size() + " events");
                try {
                    history.happen(fewer);
                    from += chunk;
                } catch (Broken stillBroken) {
                    smallest = stillBroken;
                }
            }
        }
        return smallest;
    }

    /** Lets the events of these numbers happen, and nothing else. */
    @FunctionalInterface
    interface History {
        void happen(List<Integer> numbers) throws IOException;
    }
}
