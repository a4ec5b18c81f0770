package io.hangtag.layer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a 64-bit little-endian ELF library says that it needs (System V ABI, "Object Files" and "Dynamic Linking"). */
final class SharedLibrary {
    private static final int MACHINE = 0x12;
    private static final int SECTIONS_OFFSET = 0x28;
    private static final int SECTION_SIZE = 0x3A;
    private static final int SECTION_COUNT = 0x3C;
    private static final int SECTION_TYPE = 0x04;
    private static final int SECTION_FILE_OFFSET = 0x18;
    private static final int SECTION_BYTES = 0x20;
    private static final int SECTION_LINK = 0x28;
    private static final int TYPE_DYNAMIC = 6;
    private static final long TAG_NEEDED = 1;

    private final byte[] bytes;
    private final ByteBuffer elf;

    SharedLibrary(Path file) throws IOException {
        this.bytes = Files.readAllBytes(file);
        this.elf = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (elf.getInt(0) != 0x464C457F || elf.get(4) != 2) {
            throw new IOException(file + " is no 64-bit ELF file");
        }
    }

    /** The processor as Lambda names it. */
    String architecture() {
        return switch (elf.getShort(MACHINE)) {
            case 62 -> "x86_64";
            case 183 -> "arm64";
            default -> "machine " + elf.getShort(MACHINE);
        };
    }

    /** The names of the libraries that have to be there when it is loaded. */
    List<String> needed() {
        int dynamic = dynamicSection();
        int strings = section(elf.getInt(dynamic + SECTION_LINK));
        int names = (int) elf.getLong(strings + SECTION_FILE_OFFSET);
        int start = (int) elf.getLong(dynamic + SECTION_FILE_OFFSET);
        int end = start + (int) elf.getLong(dynamic + SECTION_BYTES);
        List<String> needed = new ArrayList<>();
        for (int entry = start; entry < end; entry += 16) {
            if (elf.getLong(entry) == TAG_NEEDED) {
                needed.add(text(names + (int) elf.getLong(entry + 8)));
            }
        }
        return needed;
    }

    /** The highest version of a symbol set, such as {@code GLIBC_}, that is asked for; as numbers, to compare. */
    Version highest(String symbolSet) {
        TreeSet<Version> versions = find(symbolSet + "(\\d+(?:\\.\\d+)*)").stream()
                .map(Version::parse)
                .collect(Collectors.toCollection(TreeSet::new));
        return versions.isEmpty() ? Version.parse("0") : versions.last();
    }

    /** The first groups of all matches of a pattern among the file's zero-ended texts. */
    List<String> find(String pattern) {
        Matcher matcher =
                Pattern.compile("(?<=\0)" + pattern + "(?=\0)").matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return matcher.results().map(match -> match.group(1)).distinct().toList();
    }

    boolean contains(String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    private int dynamicSection() {
        for (int i = 0; i < elf.getShort(SECTION_COUNT); i++) {
            if (elf.getInt(section(i) + SECTION_TYPE) == TYPE_DYNAMIC) {
                return section(i);
            }
        }
        throw new IllegalStateException("The library has no dynamic section");
    }

    private int section(int index) {
        return (int) elf.getLong(SECTIONS_OFFSET) + index * elf.getShort(SECTION_SIZE);
    }

    private String text(int offset) {
        int end = offset;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(bytes, offset, end - offset, StandardCharsets.ISO_8859_1);
    }

    /** Numbers joined by points. */
    record Version(List<Integer> numbers) implements Comparable<Version> {
        static Version parse(String text) {
            return new Version(Pattern.compile("\\.")
                    .splitAsStream(text)
                    .map(Integer::valueOf)
                    .toList());
        }

        @Override
        public int compareTo(Version other) {
            for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
                int order = Integer.compare(number(i), other.number(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        private int number(int index) {
            return index < numbers.size() ? numbers.get(index) : 0;
        }
    }
}
