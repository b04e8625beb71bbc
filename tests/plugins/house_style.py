from banxin.plugins import Place, Plugin, problem


def colons(issue):
    for article in issue.articles:
        if "：" in article.title.text:
            place = Place(article.file, 1)
            yield problem(place, "title-colon", what="标题里有冒号。", todo="改成空格。")


def titles(issue, paper):
    lines = [paper.name, *(article.title.text for article in issue.articles)]
    yield f"{issue.key}/titles.txt", "\n".join(lines).encode()


plugin = Plugin(checks=(colons,), outputs=(titles,))
