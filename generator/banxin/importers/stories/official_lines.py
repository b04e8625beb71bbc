"""Lines that offices put below a headline and that are none: a file's number, 主办单位：…"""

from __future__ import annotations

import re

_FILE_NUMBER = re.compile(  # of a court, of an office's letters, of minutes: 花办〔纪〕3号
    r"[\u4e00-\u9fff]{0,10}[（(〔\[]\s*(?:19|20)\d\d\s*[）)〕\]]\s*[\u4e00-\u9fff]{0,6}\d{0,6}[\u4e00-\u9fff]{0,6}"
    r"第?\s*\d{1,6}\s*号"
    r"|[\w\s/\-]{0,20}[〔\[]\s*[\u4e00-\u9fff]{1,6}\s*[〕\]]\s*[字第\s]{0,4}\d{1,6}\s*号"
)
_OF = "活动|举办|报名|缴费|联系|编制|培训|会议|演出|比赛|实施|施工|招聘|公示|截止|项目"
_WHO = "主办|承办|协办|主管|指导|支持|实施|管理|建设|施工|监理|设计|编制|申报"
_PARTICULAR = re.compile(
    rf"(?:(?:{_OF})?(?:时间|日期|地点|名称|对象|方式)|(?:{_WHO})单位|主办|承办|协办|主讲人?|负责人|联系人)"
    r"\s*[:：]\s*\S.*"
)


def is_particular(text: str) -> bool:
    """Whether a line names a thing of an event or a plan, and what it is: 主办单位：县文化馆."""
    return bool(_PARTICULAR.fullmatch(text))


def is_file_number(text: str) -> bool:
    """Whether a line is a court's or an office's number of a file: （2022）浙0803民初12号."""
    return bool(_FILE_NUMBER.fullmatch(text))
