package org.hutong.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;

/** The tree of Nantong and how many people live where. */
final class Regions {
    private static final String[] DIGITS = {"一", "二", "三", "四", "五", "六"};
    private static final int DENSE_UP_TO = 50_000;
    /** Seventh census, thousands of residents. */
    private static final Map<Integer, Double> DISTRICTS = Map.of(320613, 1268.0, 320612, 1258.0, 320614, 988.0, 320623, 880.0, 320671, 226.0,
            320681, 967.0, 320682, 1238.0, 320685, 874.0);
    /** The streets of Chongchuan where most of a small town lives, with their share. */
    private static final Map<Long, Double> DENSE = dense();

    private static final Regions NANTONG = new Regions();

    private final Map<RegionCode, TownRegion> all = new LinkedHashMap<>();
    private final List<TownRegion> communities = new ArrayList<>();
    private final Map<RegionCode, Integer> grids = new HashMap<>();
    private final Map<RegionCode, String> addresses = new HashMap<>();

    private Regions() {
        try (var reader = new BufferedReader(new InputStreamReader(Regions.class.getResourceAsStream("/regions/nantong.tsv"), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("\t");
                RegionCode code = RegionCode.of(cells[0]);
                TownRegion region = new TownRegion(code, Integer.parseInt(cells[1]), Localised.of(cells[2], cells[3]));
                all.put(code, region);
                if (region.level() == 5) {
                    communities.add(region);
                    addGrids(region);
                    addresses.put(code, joined(region));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Long, Double> dense() {
        Map<Long, Double> shares = new HashMap<>();
        shares.put(320613002L, 0.36);
        shares.put(320613006L, 0.16);
        shares.put(320613001L, 0.11);
        shares.put(320613004L, 0.09);
        shares.put(320613010L, 0.05);
        return shares;
    }

    static Regions nantong() {
        return NANTONG;
    }

    private void addGrids(TownRegion community) {
        int count = 2 + (int) Long.remainderUnsigned(Dice.mix(community.code().number()), 5);
        grids.put(community.code(), count);
        for (int i = 1; i <= count; i++) {
            RegionCode code = new RegionCode(community.code().number() + i);
            String short_ = shortName(community.name().zh());
            all.put(code, new TownRegion(code, 6, Localised.of(short_ + "第" + DIGITS[i - 1] + "网格", community.name().en() + ", Grid " + i)));
        }
    }

    /** The name without the words for the committee: 濠阳社区 of 濠阳社区居委会. */
    static String shortName(String community) {
        return community.replace("（新）", "").replace("社区居民委委会", "社区").replaceFirst("居民委员会$", "").replaceFirst("居委会$", "")
                .replaceFirst("村村委会$", "村").replaceFirst("村委会$", "村");
    }

    List<TownRegion> all() {
        return List.copyOf(all.values());
    }

    TownRegion get(RegionCode code) {
        return all.get(code);
    }

    List<TownRegion> communities() {
        return communities;
    }

    RegionCode grid(RegionCode community, Dice dice) {
        return new RegionCode(community.number() + 1 + dice.below(grids.get(community)));
    }

    /** Names from the province down to the community, joined. */
    String address(RegionCode community) {
        return addresses.get(community);
    }

    private String joined(TownRegion community) {
        StringBuilder text = new StringBuilder();
        for (int level = 1; level <= 4; level++) {
            String name = all.get(community.code().at(level)).name().zh().replaceFirst("（.*）", "");
            text.append(level == 4 ? name.replaceFirst("^(江苏省国营|南通市海门[区市]|南通市|如皋市|如东县|海安县|启东|南通)(?=.{3})", "") : name);
        }
        return text.append(shortName(community.name().zh())).toString();
    }

    /**
     * How likely each community is to be lived in, cumulated. A city is skewed; a small town sits in a few streets of Chongchuan with
     * something in every district.
     */
    double[] weights(long persons) {
        double[] raw = new double[communities.size()];
        Map<Long, Double> sums = new HashMap<>();
        boolean dense = persons <= DENSE_UP_TO;
        Map<Integer, Integer> seen = new HashMap<>();
        for (int i = 0; i < raw.length; i++) {
            TownRegion community = communities.get(i);
            int district = community.code().county();
            long street = community.code().number() / 1_000_000;
            Dice dice = Dice.of(community.code().number(), 7);
            double size = Math.exp(1.1 * (dice.unit() + dice.unit() + dice.unit() - 1.5)) * (community.rural() ? 0.8 : 2.6);
            if (virtual(community)) {
                size = 0.05;
            }
            long key = dense && DENSE.containsKey(street) ? street : district;
            if (dense && district != 320613) {
                size = seen.merge(district, 1, Integer::sum) % 9 == 1 && !virtual(community) ? size : 0;
            }
            raw[i] = size;
            sums.merge(key, size, Double::sum);
        }
        double elsewhere = 0.14;
        double chongchuan = 1 - elsewhere - DENSE.values().stream().mapToDouble(Double::doubleValue).sum();
        double others = DISTRICTS.values().stream().mapToDouble(Double::doubleValue).sum() - DISTRICTS.get(320613);
        double[] shares = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            int district = communities.get(i).code().county();
            long street = communities.get(i).code().number() / 1_000_000;
            double share;
            long key = district;
            if (!dense) {
                share = DISTRICTS.get(district);
            } else if (DENSE.containsKey(street)) {
                key = street;
                share = DENSE.get(street);
            } else {
                share = district == 320613 ? chongchuan : elsewhere * DISTRICTS.get(district) / others;
            }
            shares[i] = share * raw[i] / sums.get(key);
        }
        return Dice.cumulative(shares);
    }

    private static boolean virtual(TownRegion community) {
        return community.name().zh().contains("虚拟");
    }
}
