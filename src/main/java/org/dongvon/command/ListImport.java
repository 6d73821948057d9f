package org.dongvon.command;

import java.util.Locale;
import org.dongvon.household.HouseholdClass;
import org.dongvon.household.classes.ListPlan;
import org.jspecify.annotations.Nullable;

/** What {@code import classification} says of a list of classes. */
final class ListImport {

    private ListImport() {}

    /**
     * Tells what the file holds, every bad cell, and the request that now waits for a second person.
     *
     * @param request its number; none when nothing was asked for
     */
    static void tell(Console console, boolean json, ListPlan plan, @Nullable Long request) {
        if (json) {
            console.out().println(json(plan, request));
            console.out().flush();
            return;
        }
        BadCells.tell(console, plan.bad());
        console.say(
                "command.import.list",
                plan.rows(),
                plan.count(HouseholdClass.POOR),
                plan.count(HouseholdClass.NEAR_POOR),
                plan.count(HouseholdClass.NEWLY_ESCAPED),
                plan.count(HouseholdClass.AVERAGE),
                plan.bad().size());
        if (request != null) {
            console.say("command.import.asked", Long.toString(request));
        }
    }

    private static String json(ListPlan plan, @Nullable Long request) {
        return Json.object(fields -> {
            fields.writeBooleanProperty("saved", false);
            if (request != null) {
                fields.writeNumberProperty("request", request);
            }
            fields.writeNumberProperty("rows", plan.rows());
            fields.writeStringProperty("decision", plan.decision());
            fields.writeBooleanProperty("complete", plan.isComplete());
            for (var each : HouseholdClass.values()) {
                fields.writeNumberProperty(each.name().toLowerCase(Locale.ROOT), plan.count(each));
            }
            BadCells.write(fields, plan.bad());
        });
    }
}
