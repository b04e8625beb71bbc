"""A finished site to a host, by what changed since that host's last deploy.

``deployment.deploy`` brings the folders of a site to a host by rclone, ``git_branch.push_site``
to a branch of a repository. On the host, a hidden folder beside the site holds a record of what
we put there (``host_record``) and who is at it (``host_lock``); whatever isn't in the record is
somebody else's and is never touched.

May import ``pipeline.output`` for what an output folder is, the model and problems. Never builds,
never prints, keeps no password: rclone has them.
"""
