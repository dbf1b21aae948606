package org.hutong.town;

import java.util.ArrayList;
import java.util.List;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;

/** A dwelling and who lives in it. */
final class Home {
    private static final String[] ROADS = {"人民中路", "人民东路", "青年西路", "青年中路", "濠西路", "濠东路", "工农路", "外环西路", "跃龙路", "孩儿巷北路", "城山路",
            "钟秀中路", "通京大道", "桃园路", "段家坝路", "洪江路", "崇川路", "园林路", "世纪大道", "姚港路", "学田北路", "任港路", "虹桥路", "江海大道", "建设路",
            "解放路", "和平路", "新建路", "育才路", "文化路", "长江路", "振兴路", "幸福路", "健康路", "中山路"};
    private static final String[] ESTATES = {"新村", "花园", "家园", "小区", "公寓", "苑", "名邸", "华庭"};
    private static final String[] ESTATE_NAMES = {"濠景", "学田", "金桥", "怡园", "启秀", "城东", "光明", "虹桥", "阳光", "锦绣", "翰林", "江景", "文峰", "紫荆", "秀山",
            "东方", "天和", "康居", "和谐", "新城"};

    /** What kind of place it is, with the code of {@code house_kind}. */
    enum Kind {
        SELF_BUILT("self-built"), COMMODITY("commodity"), REFORM("reform"), RESETTLEMENT("resettlement"), PUBLIC_RENTAL("public-rental"),
        PRIVATE_RENTAL("private-rental"), DORMITORY("dormitory"), INSTITUTION("institution");

        final String code;

        Kind(String code) {
            this.code = code;
        }

        boolean rented() {
            return this == PUBLIC_RENTAL || this == PRIVATE_RENTAL;
        }
    }

    final RegionCode grid;
    final Kind kind;
    final String building;
    final String address;
    final int floors;
    final int built;
    final boolean rural;
    final List<Figure> members = new ArrayList<>(4);
    SubjectId dwelling;
    SubjectId household;

    Home(RegionCode community, Kind kind, Dice dice) {
        Regions regions = Regions.nantong();
        this.grid = regions.grid(community, dice);
        this.kind = kind;
        this.rural = regions.get(community).rural();
        String door;
        if (rural && kind != Kind.COMMODITY) {
            building = dice.between(1, 28) + "组" + dice.between(1, 60) + "号";
            door = building;
            floors = dice.between(1, 3);
        } else {
            boolean tall = dice.chance(0.4);
            floors = kind == Kind.REFORM ? 6 : tall ? dice.pick(11, 18, 26, 33) : dice.pick(5, 6, 6, 7);
            int storey = dice.between(1, floors);
            building = dice.between(1, 60) + "幢" + (tall ? dice.between(1, 3) : dice.between(1, 5)) + "单元" + storey + "0" + dice.between(1, 4) + "室";
            String estate = dice.chance(0.55) ? dice.pick(ESTATE_NAMES) + dice.pick(ESTATES) : dice.pick(ROADS) + dice.between(1, 320) + "号";
            door = estate + building;
        }
        built = kind == Kind.REFORM ? dice.between(1978, 1999) : kind == Kind.SELF_BUILT ? dice.between(1975, 2015) : dice.between(1992, 2024);
        address = regions.address(community) + door;
    }

    /** A home that is known by its door. */
    Home(RegionCode grid, Kind kind, String estate, String building, int built) {
        this.grid = grid;
        this.kind = kind;
        this.rural = Regions.nantong().get(grid.at(5)).rural();
        this.building = building;
        this.floors = 6;
        this.built = built;
        this.address = Regions.nantong().address(grid.at(5)) + estate + building;
    }

    RegionCode community() {
        return grid.at(5);
    }

    void moveIn(Figure... figures) {
        for (Figure figure : figures) {
            figure.home = this;
            members.add(figure);
        }
    }
}
