package org.hutong.bench.onceonly;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

import org.hutong.kernel.IdNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Invents answers. ID numbers start with 32997, a city that Jiangsu does not have, and phones with 143, which no operator gives out;
 * both are apart from those of the demo town.
 */
final class Inventor {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final Random random;
    private final Map<String, List<String>> codeLists;
    private final List<String> communities;
    private int sequence;

    /**
     * @param codeLists   the codes of each list
     * @param communities 12-digit codes of places where people live
     */
    Inventor(Random random, Map<String, List<String>> codeLists, List<String> communities) {
        this.random = random;
        this.codeLists = codeLists;
        this.communities = communities;
        this.sequence = random.nextInt(10_000);
    }

    JsonNode value(String element, String kind, String codeList) {
        return switch (kind) {
            case "integer" -> NODES.numberNode(1 + random.nextInt(5));
            case "decimal" -> NODES.stringNode((20 + random.nextInt(100)) + "." + (1 + random.nextInt(9)));
            case "date" -> NODES.stringNode(day().toString());
            case "partialDate" -> NODES.stringNode(day().toString().substring(0, 7));
            case "dateTime" -> NODES.stringNode(day() + "T08:30:00Z");
            case "yesNo" -> NODES.booleanNode(random.nextBoolean());
            case "code" -> NODES.stringNode(code(codeList));
            case "codes" -> NODES.arrayNode().add(code(codeList));
            case "region" -> NODES.stringNode(element.endsWith(".grid") ? community() + "001" : community());
            case "place" -> NODES.arrayNode().add(120.86).add(32.01);
            case "idNumber" -> NODES.stringNode(idNumber());
            case "phone" -> NODES.stringNode(phone());
            case "email" -> NODES.stringNode("resident" + ++sequence + "@example.org");
            default -> NODES.stringNode(text(element));
        };
    }

    /** A small photo of nobody: one colour. */
    byte[] photo() throws IOException {
        BufferedImage picture = new BufferedImage(240, 320, BufferedImage.TYPE_INT_RGB);
        int colour = random.nextInt(0x1000000);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, colour);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    String idNumber() {
        LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(28_000));
        String first = "32997%d%04d%02d%02d%03d".formatted(random.nextInt(10), birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth(),
                random.nextInt(1000));
        return first + IdNumber.checkCharacter(first);
    }

    String phone() {
        return "143%08d".formatted(random.nextInt(100_000_000));
    }

    String name() {
        String family = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
        String given = "安宁平和清明春晓海云若川知远思源";
        StringBuilder name = new StringBuilder().append(family.charAt(random.nextInt(family.length())));
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            name.append(given.charAt(random.nextInt(given.length())));
        }
        return name.toString();
    }

    String community() {
        return communities.get(random.nextInt(communities.size()));
    }

    private String text(String element) {
        if (element.endsWith(".name") || element.endsWith("Name") || element.endsWith("Holder")) {
            return name();
        }
        if (element.toLowerCase(java.util.Locale.ROOT).matches(".*(no|account|cert|code|zip)$")) {
            return "99%010d".formatted(random.nextInt(1_000_000_000));
        }
        return "答" + (1000 + random.nextInt(9000));
    }

    private String code(String codeList) {
        List<String> codes = codeLists.getOrDefault(codeList, List.of());
        if (codes.isEmpty()) {
            throw new IllegalStateException("code list " + codeList + " has no codes");
        }
        return codes.get(random.nextInt(codes.size()));
    }

    private LocalDate day() {
        return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(12_000));
    }
}
