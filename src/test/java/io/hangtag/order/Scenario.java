package io.hangtag.order;

import io.hangtag.config.HangtagConfig.MetadataWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happens around one photo until everything has come to rest.
 *
 * @param write what is written to the object
 * @param versioned whether the bucket keeps versions
 * @param acls whether it has access control lists, which are read before a copy then
 * @param order in which the events that are left come in the end, as the seed of a shuffle
 * @param steps what happens before that
 */
record Scenario(MetadataWrite write, boolean versioned, boolean acls, int order, List<Step> steps) {
    Scenario {
        steps = List.copyOf(steps);
    }

    Scenario with(List<Step> others) {
        return new Scenario(write, versioned, acls, order, others);
    }

    /** This scenario without the steps from {@code first} to before {@code end}. */
    Scenario without(int first, int end) {
        List<Step> left = new ArrayList<>(steps.subList(0, first));
        left.addAll(steps.subList(end, steps.size()));
        return with(left);
    }

    /** This scenario, but that one of its tasks makes some calls more or less before the next thing happens. */
    Stream<Scenario> near() {
        return IntStream.range(0, steps.size())
                .boxed()
                .filter(i -> steps.get(i).kind() == Step.Kind.GO)
                .flatMap(i -> Stream.of(-1, 1, 2)
                        .map(more -> steps.get(i).more(more))
                        .map(step -> {
                            List<Step> others = new ArrayList<>(steps);
                            others.set(i, step);
                            return with(others);
                        }));
    }

    /** Reads what {@link #toString} wrote. */
    static Scenario parse(String text) {
        String[] words = text.strip().split(" +");
        return new Scenario(
                MetadataWrite.valueOf(words[0].toUpperCase(Locale.ROOT)),
                words[1].equals("versioned"),
                words[2].equals("acls"),
                Integer.parseInt(words[3]),
                Stream.of(words).skip(4).map(Step::parse).toList());
    }

    @Override
    public String toString() {
        return write.name().toLowerCase(Locale.ROOT) + (versioned ? " versioned" : " unversioned")
                + (acls ? " acls " : " no-acls ") + order + " "
                + steps.stream().map(Step::toString).collect(Collectors.joining(" "));
    }
}
